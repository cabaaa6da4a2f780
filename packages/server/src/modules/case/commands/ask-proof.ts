import { objectionRoutes, type ProofAsked } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { oneTimeCode } from '../../../kernel/one-time-code.ts'
import { ensure } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { mobileGiven } from '../domain/phone.ts'
import { proofHash } from '../domain/phone-proof.ts'
import { addProof, mayAskAgain, type NewProof } from '../proof-store.ts'
import { findPublicCase } from '../queries/load-parent.ts'

type State = NewProof & { readonly digits: string; readonly contentId: string; readonly eventId: string }

/** Sends a one-time code to the number of somebody who wants to object. */
export const askProof = command<typeof objectionRoutes.askOtp, State, NewEvent<ProofAsked>>({
  route: objectionRoutes.askOtp,
  permit: 'case.object',
  async load(tx, _permit, { params, body }) {
    await findPublicCase(tx, params.id)
    const phone = mobileGiven(body.phone)
    const phoneIndex = tx.keys.blindIndex('phone_proof.phone', phone)
    ensure(await mayAskAgain(tx, phoneIndex), { refusal: 'auth.locked' })
    const id = uuidV7(tx.now)
    const digits = oneTimeCode()
    return {
      ...{ id, caseId: params.id, phoneIndex, digits, language: body.language ?? 'zh-CN' },
      phone: tx.keys.columns.seal(phone, { table: 'phone_proof', column: 'phone', row: id }),
      hash: proofHash(tx, id, digits),
      ...{ contentId: uuidV7(tx.now), eventId: uuidV7(tx.now) },
    }
  },
  decide: ({ id, caseId, contentId, eventId }) => [
    {
      ...{ id: eventId, type: 'proof.otpAsked', stream: 'proof', streamId: contentId, streamVersion: 1 },
      payload: { caseId, proofId: id, contentId },
    },
  ],
  async save(tx, state) {
    const { contentId, digits } = state
    await addProof(tx, state)
    await putContent(tx, [{ id: contentId, streamId: contentId, field: 'otp', text: digits }])
    return { proofId: state.id }
  },
  answer: (_tx, { proofId }) => ({ proofId: String(proofId) }),
})
