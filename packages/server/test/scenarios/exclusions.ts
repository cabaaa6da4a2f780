import { DAY_MS, type EvaluationBoard, monthSpan } from '@lianxin/contract'
import { expect } from 'vitest'
import { at } from '../../src/kernel/sql-values.ts'
import { TENANT, type Town } from './open-town.ts'
import { COMMUNITIES, type UnitName, unitId } from './town.ts'

const PLACES = ['210105', '210105001', '210105001001', '210105001001001']

/**
 * A matter that the housing department signed for in time is left out by a second person: it leaves the rate and enters the
 * public count at once, though it is still open, without a word of the reason; and of one matter nobody is told the ground.
 */
export async function countedByEverybody({ step, caughtUp, anybody }: Town, caseId: string): Promise<void> {
  const board = async () => {
    await caughtUp()
    const path = `/api/evaluation?by=unit&unit=${unitId('housing')}`
    return (await anybody.get<EvaluationBoard>(path)).body
  }
  const choices = { ground: 'forceMajeure' }
  await step('dispatcher', caseId, 'askExclusion', { reason: '雷击打坏了路灯', choices })
  const before = await board()
  await step('dutyOfficer', caseId, 'exclude', { words: '同意' })
  const after = await board()
  expect(after.total.counts).toMatchObject({
    responded: before.total.counts.responded - 1,
    asked: before.total.counts.asked - 1,
    excluded: before.total.counts.excluded + 1,
  })
  expect(JSON.stringify(after)).not.toContain('雷击')
  // Nor by a narrower question, nor by one about the whole: this is the one matter in each of them.
  const com1 = `unit=${unitId('com1')}`
  const addresses = [
    ...[`by=item&${com1}`, `by=unit&unit=${unitId('housing')}&item=lamp`, 'by=unit&item=lamp', 'by=unit'],
    ...PLACES.map((place) => `by=unit&place=${place}`),
  ]
  for (const address of addresses) {
    const { body } = await anybody.get<EvaluationBoard>(`/api/evaluation?${address}`)
    const { untold, grounds } = body.exclusions
    expect([address, untold]).toEqual([address, address === 'by=unit' ? 'running' : 'part'])
    expect(grounds.map(({ count }) => count)).toEqual([null, null, null, null, null])
  }
}

type Part = {
  readonly ground: string
  readonly unit: UnitName
  readonly item: string
  readonly place: string
}

/** Six matters on one ground, or all of one unit, item or place, tell the ground of each, and two units each the other's; among enough others they do not. */
export async function groundsOfAMonth({ inside, anybody }: Town): Promise<void> {
  const [month, excludedAt] = ['2019-03', at(monthSpan('2019-03')[0] + DAY_MS)]
  const parts: Part[] = [
    { ground: 'noContact', unit: 'housing', item: 'stairs', place: COMMUNITIES[0] ?? '' },
    { ground: 'forceMajeure', unit: 'com1', item: 'lamp', place: COMMUNITIES[2] ?? '' },
    // Of which nobody knew the subdistrict.
    { ground: 'beyondDuty', unit: 'com2', item: 'cold', place: '210105' },
  ]
  const [here, there, beyond] = parts as [Part, Part, Part]
  const leaveOut = ({ ground, unit, item, place }: Part, case_id: string = crypto.randomUUID(), round = 0) =>
    inside(async (tx) => {
      const row = {
        tenant: TENANT,
        case_id,
        round,
        seq: 1,
        kind: 'request',
        rung: 'district',
        excluded: true,
      }
      const found = { ground, unit_id: unitId(unit), item_code: item, place_code: place }
      const times = { started_at: excludedAt, excluded_at: excludedAt }
      await tx.db
        .insertInto('rating_round')
        .values({ ...row, ...found, ...times })
        .execute()
      return case_id
    })
  const forget = () =>
    inside((tx) => tx.db.deleteFrom('rating_round').where('excluded_at', '=', excludedAt).execute())
  const told = async (more = '') =>
    (await anybody.get<EvaluationBoard>(`/api/evaluation?by=unit&month=${month}${more}`)).body.exclusions
  const nothing = Array.from({ length: 5 }, () => ({ count: null }))
  const few = { untold: 'few', minimumGroup: 5, grounds: nothing }
  const six = Array.from({ length: 6 })
  for (const same of ['ground', 'unit', 'item', 'place'] as const) {
    for (const _ of six) await leaveOut(here)
    for (const part of [there, beyond]) for (const _ of six) await leaveOut({ ...part, [same]: here[same] })
    expect(await told(), same).toMatchObject(few)
    await forget()
  }
  for (const part of [here, there]) for (const _ of six) await leaveOut(part)
  // Either of the two could take its own from the whole.
  expect(await told()).toMatchObject(few)
  const [matter] = [
    await leaveOut(beyond),
    await leaveOut(beyond),
    await leaveOut(beyond),
    await leaveOut(beyond),
  ]
  // One matter that came back is still one matter.
  await leaveOut(beyond, matter, 1)
  expect(await told()).toMatchObject(few)
  await leaveOut(beyond)
  const { untold, grounds } = await told()
  expect(untold).toBeNull()
  expect(grounds.length).toBe(5)
  expect(Object.fromEntries(grounds.map(({ ground, count }) => [ground, count]))).toMatchObject({
    ...{ noContact: 6, forceMajeure: 6, [beyond.ground]: 6 },
  })
  // A part, or the rest of the whole beside a part, may be one matter.
  const district = here.place.slice(0, 6)
  for (const part of [
    `unit=${unitId('housing')}`,
    `place=${district}001`,
    `place=${district}`,
    'item=stairs',
  ])
    expect(await told(`&${part}`), part).toMatchObject({ untold: 'part', grounds: nothing })
  await forget()
}
