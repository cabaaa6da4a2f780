import { type MeTooOtpAsked, meTooRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { oneTimeCode } from '../../../kernel/one-time-code.ts'
import { ensure } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { mobileGiven } from '../../case/index.ts'
import { codeIndex, codeOf, OTP_ASKS, OTP_ASKS_WITHIN_MS, otpHash } from '../domain/me-too.ts'
import { addMeToo, type NewMeToo } from '../me-too-store.ts'
import { meant } from '../queries/meant.ts'

type State = NewMeToo & { readonly digits: string; readonly contentId: string; readonly eventId: string }

/** Sends a one-time code to the number that was left. It counts for nothing until the code came back. */
export const askMeTooOtp = command<typeof meTooRoutes.askMeTooOtp, State, NewEvent<MeTooOtpAsked>>({
  route: meTooRoutes.askMeTooOtp,
  permit: 'echo.meToo',
  async load(tx, _permit, { body }) {
    const caseId = await meant(tx, body)
    const phone = mobileGiven(body.phone)
    const phoneIndex = tx.keys.blindIndex('echo_me_too.phone', phone)
    await takeTurn(tx, phoneIndex)
    ensure((await asksOf(tx, phoneIndex)) < OTP_ASKS, { refusal: 'auth.locked' })
    const id = uuidV7(tx.now)
    const digits = oneTimeCode()
    return {
      id,
      caseId,
      codeIndex: codeIndex(tx, codeOf(tx, id)),
      phone: tx.keys.columns.seal(phone, { table: 'echo_me_too', column: 'phone', row: id }),
      phoneIndex,
      language: body.language ?? 'zh-CN',
      otpHash: otpHash(tx, id, digits),
      digits,
      contentId: uuidV7(tx.now),
      eventId: uuidV7(tx.now),
    }
  },
  decide: ({ id, caseId, contentId, eventId }) => [
    {
      id: eventId,
      type: 'echo.otpAsked',
      stream: 'me-too-otp',
      streamId: contentId,
      streamVersion: 1,
      payload: { caseId, meTooId: id, contentId },
    },
  ],
  async save(tx, state) {
    await addMeToo(tx, state)
    await putContent(tx, [
      { id: state.contentId, streamId: state.contentId, field: 'otp', text: state.digits },
    ])
    return { meTooId: state.id }
  },
  answer: (_tx, { meTooId }) => ({ meTooId: String(meTooId) }),
})

/** Two who ask for the same number at once are counted one after the other: rows that are not there yet cannot be locked. */
async function takeTurn(tx: Tx, phoneIndex: Uint8Array): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('echo_me_too' || encode(${phoneIndex}::bytea, 'hex'), ${tx.tenant}))`.execute(
    tx.db,
  )
}

async function asksOf(tx: Tx, phoneIndex: Uint8Array): Promise<number> {
  const { rows } = await sql<{ asks: number }>`
    select count(*)::int as asks from echo_me_too
    where tenant = ${tx.tenant} and phone_index = ${phoneIndex} and asked_at > ${at(tx.now - OTP_ASKS_WITHIN_MS)}`.execute(
    tx.db,
  )
  return rows[0]?.asks ?? 0
}
