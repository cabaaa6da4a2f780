import { allows, whistleRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import { unitNames } from '../../org/index.ts'
import { loadAdvice } from './load-advice.ts'

/** What waits for an answer, for the alerts and the doors of the desk: units and times only, so that no words are read on the way. */
export const adviceWaiting = query<typeof whistleRoutes.waiting>({
  route: whistleRoutes.waiting,
  permit: 'whistle.readAdvice',
  async view(tx, permit) {
    const open = await loadAdvice(tx, permit, sql`v.answered_at is null`)
    const units = await unitNames(
      tx,
      open.flatMap(({ byUnitId, unitId }) => [byUnitId, unitId]),
    )
    const isOwn = (unitId: string) => allows('whistle.answerAdvice', asking(tx.actor), { unitIds: [unitId] })
    const overdue = open.flatMap(({ id, byUnitId, unitId, dueAt }) => {
      const by = units.get(byUnitId)
      const about = units.get(unitId)
      return dueAt < tx.now && by && about ? [{ id, by, about, dueAt }] : []
    })
    return {
      answer: { toAnswer: open.filter(({ unitId }) => isOwn(unitId)).length, overdue },
      subjects: [],
    }
  },
})
