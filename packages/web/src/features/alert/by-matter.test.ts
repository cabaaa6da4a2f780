import type { AlertRow } from '@lianxin/contract/case/alert-routes'
import { expect, test } from 'vitest'
import { byMatter } from './by-matter.ts'

const alert = (id: string, caseId: string, more: Partial<AlertRow> = {}): AlertRow => ({
  ...{ id, caseId, number: caseId, kind: 'overdue', sentence: { zh: id, en: id }, raisedAt: 0 },
  ...{ unitName: null, unitNameEn: null, itemName: null, itemNameEn: null },
  ...{ communityName: '', communityNameEn: '' },
  ...more,
})

test('a matter with several alerts has one row with all of them, where its first one stood', () => {
  const rows = byMatter([alert('1', 'a'), alert('2', 'b'), alert('3', 'a'), alert('4', 'c'), alert('5', 'b')])
  expect(rows.map((row) => row.map(({ id }) => id))).toEqual([['1', '3'], ['2', '5'], ['4']])
})

test('of what came at one moment, what happened is said before that nobody is there to see to it', () => {
  const missing = { kind: 'supervisorMissing', raisedAt: 1 } as const
  const [row] = byMatter([
    alert('3', 'a', { raisedAt: 2 }),
    alert('2', 'a', missing),
    alert('1', 'a', { raisedAt: 1 }),
  ])
  expect(row?.map(({ id }) => id)).toEqual(['3', '1', '2'])
})
