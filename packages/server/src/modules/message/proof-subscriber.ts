import { MINUTE_MS, type ProofAsked } from '@lianxin/contract'
import { eraseContent, readContent } from '../../kernel/content.ts'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/tx.ts'
import { PROOF_VALID_MS, proofRecipient } from '../case/index.ts'
import { messageId } from './message-id.ts'
import { queueMessage } from './store.ts'
import type { Language } from './words.ts'

const words = (language: Language, digits: string): string => {
  const minutes = PROOF_VALID_MS / MINUTE_MS
  return language === 'en'
    ? `【Lianxin】Code ${digits}, valid for ${minutes} minutes, to object to what is published. Tell it to nobody.`
    : `【连心】验证码 ${digits}，${minutes} 分钟内有效，用于对公示提出异议。请不要告诉别人。`
}

/** Hands the code to whoever proves a number. Once it is in a sealed message, the content row that carried it is erased. */
export const codesOfProofs: Subscriber = {
  name: 'message.proofs',
  on: (type) => type === 'proof.otpAsked',
  handle: oneByOne(async (tx: Tx, event) => {
    const { id, streamId, payload } = event as StoredEvent<ProofAsked>
    const { caseId, proofId, contentId } = payload
    const recipient = await proofRecipient(tx, proofId)
    const digits = (await readContent(tx, [contentId])).get(contentId)
    if (recipient && digits) {
      const { phone: to, language } = recipient
      const text = words(language, digits)
      await queueMessage(tx, { id: messageId(id, 'sms'), caseId, channel: 'sms', to, text })
    }
    await eraseContent(tx, streamId)
  }),
}
