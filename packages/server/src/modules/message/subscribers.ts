import { type CaseStep, getKind, type OtpAsked } from '@lianxin/contract'
import { eraseContent, readContent } from '../../kernel/content.ts'
import type { StoredEvent } from '../../kernel/event-store.ts'
import type { Subscriber } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/tx.ts'
import { fillSentence, recipientOf } from '../case/index.ts'
import { unitNames } from '../org/index.ts'
import { messageId } from './message-id.ts'
import { queueMessage } from './store.ts'
import { otpWords, stepWords } from './words.ts'

/** Tells requesters what happened to their matter, as its kind says, and hands them their one-time codes. */
export const messagesToRequesters: Subscriber = {
  name: 'message.requesters',
  on: (type) => type.startsWith('case.') || type === 'follow.otpAsked',
  handle: (tx, event) =>
    event.type === 'follow.otpAsked'
      ? sendOtp(tx, event as StoredEvent<OtpAsked>)
      : tellStep(tx, event as StoredEvent<CaseStep>),
}

const REGISTERED = 'case.reported'
/** A short message reaches mobiles only; whoever left a landline is called. */
const MOBILE = /^1\d{10}$/

async function mobileOf(tx: Tx, caseId: string) {
  const recipient = await recipientOf(tx, caseId)
  const { phone } = recipient ?? {}
  return recipient && phone && MOBILE.test(phone) ? { ...recipient, phone } : undefined
}

async function tellStep(
  tx: Tx,
  { id, type, streamId: caseId, payload }: StoredEvent<CaseStep>,
): Promise<void> {
  const kind = getKind(payload.kind, payload.kindVersion)
  const registered = type === REGISTERED
  const move = registered ? undefined : kind.moves[payload.move]
  if (!registered && !move?.tellsRequester) return
  const recipient = await mobileOf(tx, caseId)
  if (!recipient) return

  const names = await unitNames(
    tx,
    [payload.ownerUnitId, payload.unitId].filter((unit) => unit !== null),
  )
  const named = { owner: names.get(payload.ownerUnitId ?? ''), unit: names.get(payload.unitId ?? '') }
  const state = kind.states[payload.to]
  const text = stepWords(recipient.language, {
    number: recipient.number,
    registered,
    sentence: fillSentence(payload.from === payload.to ? move?.sentence : state?.sentence, named),
    dueAt: payload.dueAt,
    provisional: payload.clocks.some(
      (clock) => clock.provisional && clock.stoppedAt === null && clock.dueAt === payload.dueAt,
    ),
    replyBy: state?.tone === 'waiting',
  })
  await queueMessage(tx, { id: messageId(id, 'sms'), caseId, channel: 'sms', to: recipient.phone, text })
}

/** Once the digits are in a sealed message, the content row that carried them is erased. */
async function sendOtp(
  tx: Tx,
  { id, streamId, payload: { caseId, contentId } }: StoredEvent<OtpAsked>,
): Promise<void> {
  const recipient = await mobileOf(tx, caseId)
  const digits = (await readContent(tx, [contentId])).get(contentId)
  if (recipient && digits) {
    const text = otpWords(recipient.language, digits, recipient.number)
    await queueMessage(tx, { id: messageId(id, 'sms'), caseId, channel: 'sms', to: recipient.phone, text })
  }
  await eraseContent(tx, streamId)
}
