import {
  type AdviceWritten,
  deadline,
  OFFICE_HOURS,
  type Refusal,
  refuse,
  whistleRoutes,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { where } from '../../../kernel/permit.ts'
import { must } from '../../../kernel/refused.ts'
import { uuids } from '../../../kernel/sql-values.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { loadCalendar } from '../../case/index.ts'
import { unitStandings } from '../../org/index.ts'
import { settingAt } from '../../setting/index.ts'
import { calledUnits, callReach } from '../queries/called.ts'
import { isRated } from '../queries/rated-calls.ts'
import { addAdvice, type NewAdvice } from '../store.ts'

type State = NewAdvice & {
  readonly eventId: string
  readonly isStationed: boolean
  /** So many of the chosen whistles called the unit, lie within reach and are rated. */
  readonly rated: number
}

/** The subdistrict advises the head of a unit that is stationed with it, from calls that were rated. */
export const writeAdvice = command<typeof whistleRoutes.writeAdvice, State, NewEvent<AdviceWritten>>({
  route: whistleRoutes.writeAdvice,
  permit: 'whistle.advise',
  async load(tx, permit, { body: { unitId, caseIds } }) {
    const { actor } = tx
    const post = must(actor.kind === 'account' ? actor.post : null, { refusal: 'auth.denied' })
    const units = await unitStandings(tx, tx.now)
    const calls = await calledUnits(
      tx,
      sql`c.id = any(${uuids(caseIds)}) and a.unit_id = ${unitId}::uuid and ${where(permit, callReach)}`,
    )
    const { answer } = await settingAt(tx, 'stationedAdvice', tx.now)
    const { dueAt } = deadline({
      ...{ kind: answer.kind, limit: answer.amount, startAt: tx.now },
      ...{ hours: OFFICE_HOURS, calendar: await loadCalendar(tx) },
    })
    return {
      ...{ id: uuidV7(tx.now), eventId: uuidV7(tx.now), wordsId: uuidV7(tx.now) },
      ...{ byUnitId: post.unitId, unitId, placeCode: post.placeCode, dueAt, caseIds },
      isStationed: units.some(({ id, kind, ended }) => id === unitId && kind === 'department' && !ended),
      rated: new Set(calls.filter(isRated).map(({ caseId }) => caseId)).size,
    }
  },
  decide({ id, eventId, isStationed, rated, ...advice }): readonly NewEvent<AdviceWritten>[] | Refusal {
    if (!isStationed) return refuse('whistle.not-stationed')
    if (rated < advice.caseIds.length) return refuse('whistle.not-rated')
    const { unitId, byUnitId, placeCode, dueAt, wordsId, caseIds } = advice
    return [
      {
        ...{ id: eventId, type: 'whistle.adviceWritten', stream: 'advice', streamId: id, streamVersion: 1 },
        payload: { unitId, unitIds: [unitId], byUnitId, placeCode, dueAt, wordsId, caseIds: [...caseIds] },
      },
    ]
  },
  async save(tx, state, _events, { body: { words } }) {
    await addAdvice(tx, state)
    await putContent(tx, [{ id: state.wordsId, streamId: state.id, field: 'words', text: words }])
    return { adviceId: state.id }
  },
  answer: (_tx, { adviceId }) => ({ adviceId: String(adviceId) }),
})
