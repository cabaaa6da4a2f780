import { setTimeout as pause } from 'node:timers/promises'
import { followRoutes, type Input, type OtpAsked } from '@lianxin/contract'
import { putContent } from '../../../kernel/content.ts'
import { appendEvents, type NewEvent } from '../../../kernel/event-store.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import { oneTimeCode } from '../../../kernel/one-time-code.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { committing, type Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Followable, findFollowable, normalisePhone, phoneBelongs } from '../../case/index.ts'
import { ASK_LIMIT, issuedNumber, otpHash, target } from '../domain.ts'
import { DOOR } from '../follow-door.ts'
import { addOtp, countTry } from '../store.ts'

type Ask = Input<typeof followRoutes.askOtp>['body']

/** No answer comes sooner, so that its time does not tell whether a code was made. */
const SOONEST_MS = 400

/** Sends a one-time code if number and phone belong together; the answer is the same if they do not. */
export const askOtp: StreamRoute = {
  route: followRoutes.askOtp,
  async handle({ world, tenant, actor, request }) {
    permitFor({ actor, tenant }, 'case.follow')
    const asked = committing(world, tenant, DOOR, (tx) => makeOtp(tx, request.body as Ask))
    await Promise.all([asked, pause(SOONEST_MS)])
    return { ok: true }
  },
}

async function makeOtp(tx: Tx, ask: Ask): Promise<void> {
  const number = issuedNumber(ask.number)
  const phone = normalisePhone(ask.phone)
  if (!number || !phone || !(await countTry(tx, target(tx, 'ask', number, phone), ASK_LIMIT))) return
  for (const one of await findFollowable(tx, number))
    if (await phoneBelongs(tx, one.requesterId, phone)) return sendOtp(tx, one)
}

/** The digits travel as a content row of the code's own stream: erased as soon as the message with them is written. */
async function sendOtp(tx: Tx, { caseId, requesterId }: Followable): Promise<void> {
  const otpId = uuidV7(tx.now)
  const contentId = uuidV7(tx.now)
  const digits = oneTimeCode()
  await addOtp(tx, { id: otpId, caseId, hash: otpHash(tx, otpId, requesterId, digits) })
  await putContent(tx, [{ id: contentId, streamId: otpId, field: 'otp', text: digits }])
  const event: NewEvent<OtpAsked> = {
    id: uuidV7(tx.now),
    type: 'follow.otpAsked',
    stream: 'follow',
    streamId: otpId,
    streamVersion: 1,
    payload: { caseId, contentId, requesterId },
  }
  await appendEvents(tx, [event], uuidV7(tx.now))
}
