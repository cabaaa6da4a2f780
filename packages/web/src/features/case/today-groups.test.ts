import type { CaseRow } from '@lianxin/contract/case/case-views'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupToday, todayGroupOf } from './today-groups.ts'

const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const NOW = at('2026-07-02T09:00:00')
const row = (change: Partial<CaseRow>): CaseRow => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: 'HG-1',
  kind: 'request',
  kindName: null,
  state: 'handling',
  stateName: { zh: '', en: '' },
  untouched: false,
  toVerify: false,
  next: null,
  tone: 'open',
  version: 1,
  excerpt: '',
  excerptEn: null,
  item: null,
  level: 3,
  communityName: '',
  communityNameEn: '',
  communityCode: '210105001010',
  gridCode: null,
  owner: null,
  openedAt: 0,
  dueAt: null,
  provisional: false,
  closedAt: null,
  overdue: false,
  reopenedCount: 0,
  photoCount: 0,
  ...change,
})

describe("a grid worker's day", () => {
  it.each([
    ['what is late', { dueAt: at('2026-07-02T08:59:59') }, 'overdue'],
    ['what ends before midnight in China', { dueAt: at('2026-07-02T23:59:00') }, 'today'],
    ['what ends after midnight in China', { dueAt: at('2026-07-03T00:01:00') }, 'later'],
    ['what nobody has looked at', { untouched: true, dueAt: at('2026-07-05T10:00:00') }, 'fresh'],
    ['what came back', { reopenedCount: 1, dueAt: at('2026-07-05T10:00:00') }, 'fresh'],
    ['what waits on the resident', { tone: 'waiting', dueAt: at('2026-07-02T18:00:00') }, 'waiting'],
  ] as const)('%s', (_, change, group) => {
    expect(todayGroupOf(row(change), NOW)).toBe(group)
  })

  it('loses no open matter, shows none twice, and puts the earliest deadline first', () => {
    const rows = fc.array(
      fc.record({
        state: fc.constantFrom('registered', 'handling'),
        tone: fc.constantFrom('open' as const, 'waiting' as const, 'closed' as const),
        dueAt: fc.option(fc.integer({ min: NOW - 9e8, max: NOW + 9e8 })),
        openedAt: fc.nat(),
      }),
    )
    fc.assert(
      fc.property(rows, (drawn) => {
        const all = drawn.map((change, index) => row({ ...change, id: String(index) }))
        const groups = groupToday(all, NOW)
        const shown = groups.flatMap((group) => group.rows.map(({ id }) => id))
        expect(shown.toSorted()).toEqual(
          all
            .filter(({ tone }) => tone !== 'closed')
            .map(({ id }) => id)
            .toSorted(),
        )
        for (const group of groups) {
          const due = group.rows.map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER)
          expect(due).toEqual(due.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
