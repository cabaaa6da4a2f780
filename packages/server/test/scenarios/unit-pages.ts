import type { Receipt, UnitPage } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { at } from '../../src/kernel/sql-values.ts'
import { rebuildRating } from '../../src/modules/rating/index.ts'
import type { Town } from './open-town.ts'
import { COMMUNITIES, unitId } from './town.ts'

/** What was said by either side while the one rectification of this matter was worked on. */
const WORDS = ['门禁', '清理', '还是堆着', '装好了', '13900001111']

const QUARTER = expect.stringMatching(/^20\d\d-Q[1-4]$/)

/** The page of the unit tells of its one rectification what everybody may know, and nothing by which the matter is found. */
export async function saysNothingOfTheMatter(
  { anybody, rows, inside }: Town,
  { caseId, number }: Receipt,
  rectificationId: string,
): Promise<void> {
  const path = (id: string) => `/api/evaluation/units/${id}/page`
  const page = async () => (await anybody.get<UnitPage>(path(unitId('com1')))).body
  const { rectifications, causes, repeats, ...unit } = await page()
  expect(unit).toMatchObject({ unitId: unitId('com1'), kind: 'community', ended: false })
  expect(causes.map(({ cause, times }) => [cause, times])).toEqual([
    ['dissatisfied', 1],
    ['reopenedTwice', 1],
  ])
  expect(repeats).toEqual([])
  expect(rectifications).toMatchObject([
    {
      causes: [{ cause: 'dissatisfied' }, { cause: 'reopenedTwice' }],
      ...{ measure: { en: 'Repair or replace something' }, checker: { en: 'The resident who complained' } },
      ...{ tone: 'closed', notSetRight: 1, measureDueIn: QUARTER },
      // So few of this item were with the unit that naming it would name the matter.
      ...{ item: null, openedIn: QUARTER, checkedIn: QUARTER },
    },
  ])
  const text = JSON.stringify(await page())
  const holders = await rows<{ id: string; name: string }>(
    'select post_id as id, holder_name as name from post_holding where tenant = 1',
  )
  expect(holders.length).toBeGreaterThan(0)
  const hidden = [...WORDS, number, caseId, rectificationId, ...holders.flatMap(({ id, name }) => [id, name])]
  for (const word of hidden) expect(text).not.toContain(word)
  expect(text).not.toMatch(/20\d\d-\d\d/)
  await inside(async (tx) => {
    for (const serial of [1, 2, 3, 4, 5])
      await sql`insert into rating_round (tenant, case_id, round, seq, kind, unit_id, item_code, place_code, rung, started_at, excluded)
        values (1, ${crypto.randomUUID()}, 0, 1, 'request', ${unitId('com1')}, 'stairs', ${COMMUNITIES[0]}, 'community', ${at(tx.now - serial)}, false)`.execute(
        tx.db,
      )
  })
  expect((await page()).rectifications).toMatchObject([{ item: { code: 'stairs' } }])
  await inside((tx) => rebuildRating(tx))
  expect((await anybody.get(path(crypto.randomUUID()))).status).toBe(404)
}
