import { expect, test } from 'vitest'
import { DUE_SOON_MS, stateToneOf } from './state-tone.ts'

const NOW = 1_790_000_000_000

test.each([
  ['closed', { tone: 'closed', dueAt: NOW - 1, overdue: true }, 'closed'],
  ['past its deadline', { tone: 'open', dueAt: NOW }, 'overdue'],
  ['said to be overdue by the server', { tone: 'waiting', dueAt: null, overdue: true }, 'overdue'],
  ['due within a day', { tone: 'waiting', dueAt: NOW + DUE_SOON_MS }, 'dueSoon'],
  ['due later', { tone: 'waiting', dueAt: NOW + DUE_SOON_MS + 1 }, 'waiting'],
  ['without a deadline', { tone: 'open', dueAt: null }, 'open'],
] as const)('a matter %s stands as it should', (_, matter, tone) => {
  expect(stateToneOf(matter, NOW)).toBe(tone)
})
