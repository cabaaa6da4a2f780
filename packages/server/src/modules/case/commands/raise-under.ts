import {
  type CaseStep,
  currentKind,
  KINDS,
  type Kind,
  objectionRoutes,
  type Receipt,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { lookUpUnits } from '../../org/index.ts'
import { decideReport } from '../domain/decide-report.ts'
import { provedPhone } from '../proof-store.ts'
import { fitsUnder, lockPublicCase } from '../queries/load-parent.ts'
import { receiptOf } from '../queries/receipt.ts'
import { linkCases, type NewRequester } from '../store.ts'
import { loadNewCase, type NewCase, saveNewCase } from './new-case.ts'
import { requesterOf } from './report-case.ts'

type Loaded = NewCase & { readonly requester: NewRequester }

/**
 * A resident raises a matter that hangs on a public one, from a number that was proved. Whoever answers for that one answers
 * for this one too; it is held meanwhile, so that it cannot end before it has heard of this.
 */
export const raiseUnder = command<typeof objectionRoutes.object, Loaded, NewEvent<CaseStep>>({
  route: objectionRoutes.object,
  permit: 'case.object',
  async load(tx, _permit, { params, body }) {
    const phone = must(await provedPhone(tx, params.id, body.proofId), { refusal: 'case.proof-missing' })
    const parent = await lockPublicCase(tx, params.id)
    const kind = must(kindUnder(parent.kind), { refusal: 'case.parent-unfit' })
    const inTime = parent.dueAt === null || tx.now < parent.dueAt
    ensure(inTime && fitsUnder(kind, parent), { refusal: 'case.parent-unfit' })
    const { communityCode, initiatorUnitId } = parent
    const { words, language = 'zh-CN' } = body
    const told = await loadNewCase(tx, kind, { words, language, where: { communityCode } })
    const requester = requesterOf(tx, { phone, ...(body.name ? { name: body.name } : {}) })
    ensure(!(await isRaised(tx, params.id, requester)), { refusal: 'case.raised-already' })
    const ids = initiatorUnitId ? [initiatorUnitId] : []
    return {
      ...told,
      ownUnitId: initiatorUnitId,
      units: await lookUpUnits(tx, { ids, codes: [], communityCode }),
      requester,
    }
  },
  decide: (state, _input, now) => decideReport(state, now),
  async save(tx, state, events, { params }) {
    await saveNewCase(tx, state, events, [state.requester])
    await linkCases(tx, state.caseId, 'parent', params.id)
    return { caseId: state.caseId }
  },
  answer: (tx, outcome): Promise<Receipt> => receiptOf(tx, String(outcome['caseId'])),
})

/** What residents may raise under a matter of this kind. */
const kindUnder = (parent: string): Kind | undefined => {
  const found = KINDS.find(({ report }) => report.by === 'requester' && report.under?.kind === parent)
  return found && currentKind(found.kind)
}

/** One person's, as long as it is open: the same number again is the same person. */
async function isRaised(tx: Tx, parentId: string, { phoneIndex }: NewRequester): Promise<boolean> {
  const { rows } = await sql`
    select 1 from case_link l
    join grid_case c on c.tenant = l.tenant and c.id = l.case_id and c.open
    join case_requester r on r.tenant = c.tenant and r.case_id = c.id and r.phone_index = ${phoneIndex}
    where l.tenant = ${tx.tenant} and l.other_id = ${parentId}::uuid and l.kind = 'parent' limit 1`.execute(
    tx.db,
  )
  return rows.length > 0
}
