import type { EvaluationBoard, FigureBoard, FigureCases, FigureMap, TopicView } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { headOf } from '../../src/kernel/event-store.ts'
import { figureHolding } from '../../src/modules/figures/index.ts'
import { figureCounts } from '../../src/modules/figures/subscribers.ts'
import { placeRates } from '../../src/modules/rating/index.ts'
import { evaluationBoard } from '../../src/modules/rating/queries/evaluation-board.ts'
import { recurrences } from '../../src/modules/rating/queries/recurrences.ts'
import { unitPage } from '../../src/modules/rating/queries/unit-page.ts'
import { ratedRounds } from '../../src/modules/rating/subscribers.ts'
import { TENANT, type Town } from './open-town.ts'
import { unitId } from './town.ts'

/**
 * As after an upgrade that keeps who is late in a table of its own: it is empty, and nobody asked for a rebuild. Until the running
 * house has found that by itself and counted anew, no rate is shown; then everything is as it was.
 */
export async function ratesCountedAnew(
  { app, inside, rows, caughtUp, anybody, faults }: Town,
  contents: () => Promise<unknown>,
): Promise<void> {
  const before = await contents()
  const seen = await inside(async (tx) => {
    await sql`update subscriber_position set basis = 0 where tenant = ${TENANT} and name = ${ratedRounds.name}`.execute(
      tx.db,
    )
    await sql`delete from rating_late where tenant = ${TENANT}`.execute(tx.db)
    const input = { params: { id: unitId('com1') }, query: { by: 'unit', month: '2019-03' }, body: undefined }
    const [permit, told] = [undefined as never, input as never]
    return {
      board: (await evaluationBoard.view(tx, permit, told, null)).answer,
      found: (await recurrences.view(tx, permit, told, null)).answer,
      page: (await unitPage.view(tx, permit, told, null)).answer,
      wall: await placeRates(tx, '210105', [0, tx.now]),
      held: Object.keys((await figureHolding.read(tx, ['210105001001'])).get('210105001001') ?? {}),
    }
  })
  const recounting = { done: 0 }
  // The month is long over: what is told of it waits for the counting, not for its end.
  const exclusions = { untold: 'recounting' }
  expect(seen).toMatchObject({
    board: { recounting, exclusions, rows: [], total: { rates: { onTime: { value: null } } } },
    found: { recounting, tested: 0, proposals: [] },
    page: { recounting },
    wall: { recounting, onTime: { value: null } },
    // A form is not filled with a part of a month either.
    held: ['matters.open'],
  })
  app.pulse.wake()
  const waits = `select 1 from subscriber_position where tenant = ${TENANT} and name = '${ratedRounds.name}' and (basis = 0 or seq < recount_to)`
  while ((await rows(waits)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await caughtUp()
  expect(await contents()).toEqual(before)
  expect((await anybody.get<EvaluationBoard>('/api/evaluation?by=unit')).body.recounting).toBeNull()
  expect(faults).toEqual([])
}

/** Far from the end of a counting anew: the position stands long before the event up to which everything is told again. */
const farFromEnd = ({ inside }: Town, name: string, to: 'seq + 1000' | 'null') =>
  inside(async (tx) => {
    await sql`update subscriber_position set recount_to = ${sql.raw(to)} where tenant = ${TENANT} and name = ${name}`.execute(
      tx.db,
    )
  })

/** A topic tells neither before nor after from a part of the matters, to nobody. */
export async function topicsCountedAnew(town: Town): Promise<void> {
  const told = async () => (await town.anybody.get<TopicView[]>('/api/evaluation/topics')).body
  const [whole] = await told()
  expect(whole).toMatchObject({ recounting: null, before: { counted: expect.any(Number) } })
  await farFromEnd(town, ratedRounds.name, 'seq + 1000')
  const nothing = { before: null, after: null, yearBefore: null, usual: null }
  const recounting = { done: expect.any(Number), of: expect.any(Number) }
  expect(await told()).toMatchObject([{ number: whole?.number, recounting, ...nothing }])
  await farFromEnd(town, ratedRounds.name, 'null')
  expect(await told()).toEqual([whole])
}

/** Far from the end of a counting anew the wall, the map and the list say so, and the news goes on from what happened last. */
export async function figuresCountedAnew(town: Town): Promise<void> {
  const { as, inside, rows } = town
  const change = async (to: 'seq + 1000' | 'null', position: string) => {
    await farFromEnd(town, figureCounts.name, to)
    await inside(async (tx) => {
      await sql`update figure_position set seq = ${position}::bigint where tenant = ${TENANT}`.execute(tx.db)
    })
  }
  const [stood] = await rows<{ seq: string }>(`select seq from figure_position where tenant = ${TENANT}`)
  await change('seq + 1000', '1')
  const desk = await as('dutyOfficer')
  const recounting = { done: expect.any(Number), of: expect.any(Number) }
  // The house goes on by itself meanwhile, and what it does has a later number: it opens a rectification in the middle of this.
  const before = await inside(headOf)
  const counted = [
    (await desk.get<FigureBoard>('/api/figures')).body,
    (await desk.get<FigureMap>('/api/figures/map')).body,
  ]
  const after = await inside(headOf)
  for (const { seq, ...said } of counted) {
    expect(said).toMatchObject({ recounting })
    expect(seq).toBeGreaterThanOrEqual(before)
    expect(seq).toBeLessThanOrEqual(after)
  }
  const cases = async () => (await desk.get<FigureCases>('/api/figures/cases')).body
  expect(await cases()).toMatchObject({ recounting })
  await change('null', String(stood?.seq))
  expect(await cases()).toMatchObject({ recounting: null })
}
