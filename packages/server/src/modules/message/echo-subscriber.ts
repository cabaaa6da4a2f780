import { type CaseStep, type EchoStep, getKind, type MeTooOtpAsked } from '@lianxin/contract'
import { eraseContent, readWhole } from '../../kernel/content.ts'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/tx.ts'
import { isMobile, recipientsOf } from '../case/index.ts'
import { findItem } from '../catalogue/index.ts'
import { glanceAt, meTooAsking, meTooRecipients, publicSentence } from '../echo/index.ts'
import { unitNames } from '../org/index.ts'
import { placeNames } from '../place/index.ts'
import { type AboutMatter, meTooOtpWords, meTooWords, wallWords } from './echo-words.ts'
import { messageId } from './message-id.ts'
import { queueMessage } from './store.ts'

const WALL_STEPS = {
  'echo.published': 'published',
  'echo.corrected': 'corrected',
  'echo.takenDown': 'takenDown',
} as const
const isWallStep = (type: string): type is keyof typeof WALL_STEPS => type in WALL_STEPS

/** Tells those who said “me too” each step that the requester is told, and requesters what became public of theirs. */
export const messagesOfEcho: Subscriber = {
  name: 'message.echo',
  on: (type) => type.startsWith('case.') || type === 'echo.otpAsked' || isWallStep(type),
  handle: oneByOne((tx, event) => {
    if (event.type === 'echo.otpAsked') return sendOtp(tx, event as StoredEvent<MeTooOtpAsked>)
    if (isWallStep(event.type))
      return tellRequester(tx, event as StoredEvent<EchoStep>, WALL_STEPS[event.type])
    return tellOthers(tx, event as StoredEvent<CaseStep>)
  }),
}

async function aboutMatter(tx: Tx, caseId: string): Promise<AboutMatter> {
  const { itemCode, itemVersion, communityCode } = await glanceAt(tx, caseId)
  const item = itemCode ? await findItem(tx, itemCode, itemVersion ?? undefined) : undefined
  const place = (await placeNames(tx, [communityCode])).get(communityCode)
  return {
    item: item ? { zh: item.name, en: item.nameEn } : null,
    community: { zh: place?.name ?? '', en: place?.nameEn ?? '' },
  }
}

/** Where it stands, to everybody who has the same trouble; a step that changes nothing of it is told to the requester only. */
async function tellOthers(tx: Tx, { id, streamId: caseId, payload }: StoredEvent<CaseStep>): Promise<void> {
  const kind = getKind(payload.kind, payload.kindVersion)
  const state = kind.states[payload.to]
  if (!state || payload.from === payload.to || !kind.moves[payload.move]?.tellsRequester) return
  const recipients = await meTooRecipients(tx, caseId)
  if (recipients.length === 0) return
  const owner = payload.ownerUnitId
    ? (await unitNames(tx, [payload.ownerUnitId])).get(payload.ownerUnitId)
    : undefined
  const about = await aboutMatter(tx, caseId)
  const sentence = publicSentence(state, owner)
  for (const recipient of recipients)
    await queueMessage(tx, {
      id: messageId(`${id}\n${recipient.id}`, 'sms'),
      caseId,
      channel: 'sms',
      to: recipient.phone,
      text: meTooWords(recipient.language, about, sentence),
    })
}

/** Whoever took the consent back knows that it is down. */
async function tellRequester(
  tx: Tx,
  { id, payload }: StoredEvent<EchoStep>,
  step: (typeof WALL_STEPS)[keyof typeof WALL_STEPS],
): Promise<void> {
  if (payload.reason === 'consent') return
  const [recipient] = await recipientsOf(tx, payload.caseId)
  if (!recipient?.phone || !isMobile(recipient.phone)) return
  const text = wallWords(recipient.language, recipient.number, step)
  await queueMessage(tx, {
    id: messageId(id, 'sms'),
    caseId: payload.caseId,
    channel: 'sms',
    to: recipient.phone,
    text,
  })
}

/** Once the digits are in a sealed message, the content row that carried them is erased. */
async function sendOtp(
  tx: Tx,
  { id, streamId, payload: { caseId, meTooId, contentId } }: StoredEvent<MeTooOtpAsked>,
): Promise<void> {
  const recipient = await meTooAsking(tx, meTooId)
  const digits = (await readWhole(tx, [contentId])).get(contentId)
  if (recipient && digits) {
    const text = meTooOtpWords(recipient.language, digits, await aboutMatter(tx, caseId))
    await queueMessage(tx, { id: messageId(id, 'sms'), caseId, channel: 'sms', to: recipient.phone, text })
  }
  await eraseContent(tx, streamId)
}
