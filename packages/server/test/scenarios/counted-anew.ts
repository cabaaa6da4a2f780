import type { EvaluationBoard } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { evaluationBoard } from '../../src/modules/rating/queries/evaluation-board.ts'
import { ratedRounds } from '../../src/modules/rating/subscribers.ts'
import { TENANT, type Town } from './open-town.ts'

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
    const input = { params: {}, query: { by: 'unit' as const }, body: undefined }
    return (await evaluationBoard.view(tx, undefined as never, input as never, null)).answer
  })
  expect(seen).toMatchObject({
    ...{ recounting: { done: 0 }, rows: [] },
    total: { rates: { onTime: { value: null } } },
  })
  app.pulse.wake()
  const waits = `select 1 from subscriber_position where tenant = ${TENANT} and name = '${ratedRounds.name}' and (basis = 0 or seq < recount_to)`
  while ((await rows(waits)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await caughtUp()
  expect(await contents()).toEqual(before)
  expect((await anybody.get<EvaluationBoard>('/api/evaluation?by=unit')).body.recounting).toBeNull()
  expect(faults).toEqual([])
}
