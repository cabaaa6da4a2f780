import {
  type CaseStep,
  caseRoutes,
  currentKind,
  type Party,
  REQUESTED_KIND,
  type Receipt,
  type ReportCase,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideReport } from '../domain/decide-report.ts'
import { normalisePhone } from '../domain/phone.ts'
import { receiptOf } from '../queries/receipt.ts'
import type { NewRequester } from '../store.ts'
import { loadNewCase, type NewCase, saveNewCase } from './new-case.ts'

type LoadedReport = NewCase & { readonly requester: NewRequester }

/** A resident raises a matter: it is placed, owned and dated in one step. */
export const reportCase = command<typeof caseRoutes.report, LoadedReport, NewEvent<CaseStep>>({
  route: caseRoutes.report,
  permit: 'case.report',
  load: async (tx, _permit, { body }) => ({
    ...(await loadNewCase(tx, currentKind(REQUESTED_KIND), body)),
    requester: requesterOf(tx, body.contact),
  }),
  decide: (state, _input, now) => decideReport(state, now),
  async save(tx, state, events) {
    await saveNewCase(tx, state, events, [state.requester])
    return { caseId: state.caseId }
  },
  answer: (tx, outcome): Promise<Receipt> => receiptOf(tx, String(outcome['caseId'])),
})

/** Name and number of a requester, sealed each in its own cell. @throws Refused for what is no telephone number. */
export function requesterOf(tx: Tx, contact: ReportCase['contact'] | Party): NewRequester {
  const id = uuidV7(tx.now)
  const seat = (column: string) => ({ table: 'case_requester', column, row: id })
  const phone = contact?.phone ? normalisePhone(contact.phone) : undefined
  if (contact?.phone && !phone) {
    throw new Refused({
      refusal: 'input.invalid',
      fields: [{ field: 'contact.phone', zh: '电话号码格式不对。', en: 'This is not a phone number.' }],
    })
  }
  return {
    id,
    wantsCall: contact && 'wantsCall' in contact ? (contact.wantsCall ?? false) : false,
    name: contact?.name ? tx.keys.columns.seal(contact.name, seat('name')) : null,
    phone: phone ? tx.keys.columns.seal(phone, seat('phone')) : null,
    phoneIndex: phone ? tx.keys.blindIndex('case_requester.phone', phone) : null,
  }
}
