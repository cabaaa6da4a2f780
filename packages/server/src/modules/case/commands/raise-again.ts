import { type CaseStep, caseRoutes, currentKind, type Receipt, type ReportCase } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { decideReport } from '../domain/decide-report.ts'
import { mayRaiseAgain } from '../domain/raise-again.ts'
import { detailOf, requesterOf } from '../queries/case-detail.ts'
import { joinedAnswerFor } from '../queries/joined.ts'
import { lockCase } from '../queries/load-case.ts'
import { kindOfCase } from '../queries/load-kind.ts'
import { receiptOf } from '../queries/receipt.ts'
import { linkCases, type NewRequester } from '../store.ts'
import { loadNewCase, type NewCase, saveNewCase } from './new-case.ts'
import { requesterOf as newRequester } from './report-case.ts'

type Again = NewCase & { readonly requester: NewRequester; readonly earlierId: string }

/**
 * The time for reopening is over: the same thing is raised once more as a matter of its own, with the place and the contact
 * that the requester gave then, and the two are linked. Its item is found anew: the catalogue may have changed. Whether it may
 * go on the echo wall is asked anew too: a yes of then may have been taken back since.
 */
export const raiseAgain = command<typeof caseRoutes.raiseAgain, Again, NewEvent<CaseStep>>({
  route: caseRoutes.raiseAgain,
  permit: 'case.judge',
  async load(tx, permit, { body }) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const { facts } = await lockCase(tx, permit, tx.actor.caseId, null)
    const [kind, joined] = [await kindOfCase(tx, facts), await joinedAnswerFor(tx, facts)]
    ensure(mayRaiseAgain(facts, kind, tx.now, joined), { refusal: 'case.still-open-to-reopen' })
    const { language } = await detailOf(tx, facts.id)
    const contact = await requesterOf(tx, facts.id, false)
    const told = { ...body, where: await whereOf(tx, facts.id), language }
    return {
      ...(await loadNewCase(tx, currentKind(facts.kind), told)),
      earlierId: facts.id,
      requester: newRequester(tx, {
        ...(contact?.name ? { name: contact.name } : {}),
        ...(contact?.phone ? { phone: contact.phone } : {}),
        wantsCall: contact?.wantsCall ?? false,
      }),
    }
  },
  decide: (state, _input, now) => decideReport(state, now),
  async save(tx, state, events) {
    await saveNewCase(tx, state, events, [state.requester])
    await linkCases(tx, state.earlierId, 'reopenedAs', state.caseId)
    return { caseId: state.caseId }
  },
  answer: (tx, outcome): Promise<Receipt> => receiptOf(tx, String(outcome['caseId'])),
})

/** Where it was, as precisely as it was told. */
async function whereOf(tx: Tx, caseId: string): Promise<ReportCase['where']> {
  const { rows } = await sql<{
    community_code: string
    grid_code: string | null
    compound_id: string | null
    building_id: string | null
  }>`
    select c.community_code, c.grid_code, d.compound_id, d.building_id
    from grid_case c join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    where c.tenant = ${tx.tenant} and c.id = ${caseId}`.execute(tx.db)
  const row = must(rows[0], { refusal: 'not-found' })
  const { point, detail } = await detailOf(tx, caseId)
  return {
    communityCode: row.community_code,
    ...(point ? { point: { ...point, crs: 'CGCS2000' as const } } : {}),
    ...(row.grid_code && !point ? { gridCode: row.grid_code } : {}),
    ...(row.compound_id ? { compoundId: row.compound_id } : {}),
    ...(row.building_id ? { buildingId: row.building_id } : {}),
    ...(detail ? { detail } : {}),
  }
}
