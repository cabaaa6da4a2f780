import {
  type Bilingual,
  type CaseStep,
  getKind,
  type Kind,
  type OtpAsked,
  type Reader,
  ruleOf,
  sentenceFor,
  withChosen,
} from '@lianxin/contract'
import { eraseContent, readWhole } from '../../kernel/content.ts'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/tx.ts'
import {
  askedWhereJoined,
  askingStates,
  complainedIn,
  fillSentence,
  isMobile,
  joinedWith,
  judgesJoined,
  recipientsOf,
} from '../case/index.ts'
import { unitNames } from '../org/index.ts'
import { messageId } from './message-id.ts'
import { queueMessage } from './store.ts'
import { OWN_STANDS, otpWords, quietWords, stepWords } from './words.ts'

/** Tells requesters what happened to their matter, as its kind says, and hands them their one-time codes. */
export const messagesToRequesters: Subscriber = {
  name: 'message.requesters',
  on: (type) => type.startsWith('case.') || type === 'follow.otpAsked',
  handle: oneByOne((tx, event) =>
    event.type === 'follow.otpAsked'
      ? sendOtp(tx, event as StoredEvent<OtpAsked>)
      : tellStep(tx, event as StoredEvent<CaseStep>),
  ),
}

const REGISTERED = 'case.reported'

async function mobilesOf(tx: Tx, caseId: string) {
  return (await recipientsOf(tx, caseId)).flatMap((recipient) => {
    const { phone } = recipient
    return phone && isMobile(phone) ? [{ ...recipient, phone }] : []
  })
}

/** Tells whoever raised the matter, and whoever raised one that was joined with it: they are told everything. */
async function tellStep(tx: Tx, event: StoredEvent<CaseStep>): Promise<void> {
  const { type, streamId: caseId, payload, actorKind } = event
  const move =
    type === REGISTERED ? undefined : getKind(payload.kind, payload.kindVersion).moves[payload.move]
  if (type !== REGISTERED && !move?.tellsRequester) return
  // What was opened because a matter went wrong is told to whoever complained: they are the ones who check it.
  const { kind, kindVersion } = payload
  const complaints = type === REGISTERED ? [] : await complainedIn(tx, { id: caseId, kind, kindVersion })
  const joins = move?.link === 'mergedInto'
  const askedOf = async (own: string) => (joins ? askedWhereJoined(tx, own) : null)
  for (const complained of complaints) await tellOne(tx, event, complained, { reader: 'requester' })
  await tellOne(tx, event, caseId, { reader: 'requester', asked: await askedOf(caseId) })
  // What the other requester did is the other requester's, but that nobody goes on with it is everybody's.
  const isLeft = actorKind === 'requester' && endsUnanswered(payload)
  if ((actorKind === 'requester' && !isLeft) || type === REGISTERED || move?.private) return
  const asks = asksForVerdict(payload)
  for (const joined of await joinedWith(tx, caseId)) {
    const isAsked = asks && (await judgesJoined(tx, joined))
    const reader = isAsked ? 'requester' : 'staff'
    const asked = isLeft && (await judgesJoined(tx, joined)) ? OWN_STANDS : await askedOf(joined)
    await tellOne(tx, event, joined, { reader, isDue: !isAsked, asked })
  }
}

/** Whoever raised a joined matter is asked for a verdict of their own at the same time. */
const asksForVerdict = ({ kind, kindVersion, from, to }: CaseStep): boolean =>
  from !== to && askingStates(getKind(kind, kindVersion)).includes(to)

/** It ended before there was anything to judge. */
const endsUnanswered = ({ kind: name, kindVersion, from, to }: CaseStep): boolean => {
  const kind = getKind(name, kindVersion)
  return kind.states[to]?.tone === 'closed' && from !== null && !askingStates(kind).includes(from)
}

/** Does it wait for the requester's own answer? What is on hold waits for a date alone. */
const isAsked = (kind: Kind, state: string): boolean => {
  const { tone, clock = '' } = kind.states[state] ?? {}
  const answers = Object.values(kind.moves).filter(
    ({ permit, from }) => from.includes(state) && ruleOf(permit).roles.requester !== undefined,
  )
  return tone === 'waiting' && answers.some(({ stop }) => stop.includes(clock))
}

type Telling = {
  /** `staff`: the words for whoever is not addressed, because the matter is somebody else's as well. */
  readonly reader: Reader
  /** Not where the deadline is somebody else's to keep: whoever was joined may judge long after it. */
  readonly isDue?: boolean
  /** What they are asked beside it: for a verdict, because the step joined them with what is answered already, or whether to go on. */
  readonly asked?: Bilingual | null
}

async function tellOne(
  tx: Tx,
  { id, type, streamId, payload }: StoredEvent<CaseStep>,
  caseId: string,
  { reader, isDue = true, asked = null }: Telling,
): Promise<void> {
  const recipients = await mobilesOf(tx, caseId)
  if (recipients.length === 0) return
  const kind = getKind(payload.kind, payload.kindVersion)
  const names = await unitNames(
    tx,
    [payload.ownerUnitId, payload.unitId].filter((unit) => unit !== null),
  )
  const named = { owner: names.get(payload.ownerUnitId ?? ''), unit: names.get(payload.unitId ?? '') }
  const state = kind.states[payload.to]
  const worded = payload.from === payload.to ? kind.moves[payload.move] : state
  const sentence = fillSentence(worded && sentenceFor(worded, reader), named)
  const told = {
    registered: type === REGISTERED,
    sentence: type === REGISTERED ? sentence : both(withChosen(sentence, kind, payload), asked),
    dueAt: isDue ? payload.dueAt : null,
    provisional: payload.clocks.some(
      (clock) => clock.provisional && clock.stoppedAt === null && clock.dueAt === payload.dueAt,
    ),
    replyBy: reader === 'requester' && isAsked(kind, payload.to),
  }
  for (const { number, language, phone, confidential, requesterId } of recipients) {
    const text = confidential ? quietWords(language, number) : stepWords(language, { ...told, number })
    // One message for each person: the id tells parties of one matter apart.
    const cause = confidential ? `${id} ${requesterId}` : caseId === streamId ? id : `${id} ${caseId}`
    await queueMessage(tx, { id: messageId(cause, 'sms'), caseId, channel: 'sms', to: phone, text })
  }
}

const both = (one: Bilingual, more: Bilingual | null): Bilingual =>
  more ? { zh: `${one.zh}${more.zh}`, en: `${one.en} ${more.en}` } : one

/** Once the digits are in a sealed message, the content row that carried them is erased. */
async function sendOtp(
  tx: Tx,
  { id, streamId, payload: { caseId, contentId, requesterId } }: StoredEvent<OtpAsked>,
): Promise<void> {
  const recipient = (await mobilesOf(tx, caseId)).find(
    (one) => requesterId === undefined || one.requesterId === requesterId,
  )
  const digits = (await readWhole(tx, [contentId])).get(contentId)
  if (recipient && digits) {
    const text = otpWords(recipient.language, digits, recipient.number)
    await queueMessage(tx, { id: messageId(id, 'sms'), caseId, channel: 'sms', to: recipient.phone, text })
  }
  await eraseContent(tx, streamId)
}
