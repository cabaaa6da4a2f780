import type { CaseRow } from '@lianxin/contract/case/case-views'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalsOf } from './arrivals.ts'

const row = (id: string, version: number): CaseRow => ({
  id,
  version,
  number: id,
  kind: 'request',
  ...{ kindName: null, stateName: { zh: '', en: '' }, untouched: false, toVerify: false, next: null },
  state: 'handling',
  tone: 'open',
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
})
const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 })), {
  selector: ([id]) => id,
})

describe('a list that changes while somebody reads it', () => {
  it('never moves, adds or removes a row by itself', () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (shown, fresh, hasMore) => {
        const before = shown.map(([id, version]) => row(String(id), version))
        const after = arrivalsOf(
          before,
          fresh.map(([id, version]) => row(String(id), version)),
          hasMore,
        )
        expect(after.rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
        const unknown = fresh.filter(([id]) => !shown.some(([other]) => other === id)).length
        if (hasMore) expect(after.arrived).toBeLessThanOrEqual(unknown)
        else expect(after.arrived).toBe(unknown)
      }),
    )
  })

  it('does not announce a row that only moved up from the next page', () => {
    const shown = [row('a', 1), row('b', 1)]
    expect(arrivalsOf(shown, [row('b', 1), row('c', 1)], true).arrived).toBe(0)
    expect(arrivalsOf(shown, [row('new', 1), row('a', 1)], true).arrived).toBe(1)
  })

  it('shows the newer version of a row and never goes back to an older one', () => {
    expect(arrivalsOf([row('a', 1)], [row('a', 2)], false).rows[0]?.version).toBe(2)
    expect(arrivalsOf([row('a', 3)], [row('a', 2)], false).rows[0]?.version).toBe(3)
  })
})
