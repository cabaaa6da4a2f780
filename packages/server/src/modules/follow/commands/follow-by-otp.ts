import { followRoutes, type Input, type Refusal, refuse } from '@lianxin/contract'
import { NOBODY } from '../../../kernel/actor.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type Followable, findFollowable, normalisePhone, phoneBelongs } from '../../case/index.ts'
import { GUESS_LIMIT, issuedNumber, otpHash, sameSecret, target } from '../domain.ts'
import { type FollowOptions, openTo } from '../follow-door.ts'
import { countTry, forgetTries, tryOtps, useOtps } from '../store.ts'

type Proof = Input<typeof followRoutes.byOtp>['body']

/** Follows with number, phone and a one-time code. Whichever of the three is wrong, the refusal is the same. */
export const followByOtp = (options: FollowOptions): StreamRoute => ({
  route: followRoutes.byOtp,
  handle: (call) => openTo(call, options, (tx) => checkOtp(tx, call.request.body as Proof)),
})

async function checkOtp(tx: Tx, proof: Proof): Promise<Followable | Refusal> {
  const number = issuedNumber(proof.number)
  const phone = normalisePhone(proof.phone)
  if (!number || !phone) return refuse('follow.otp-wrong')
  const tries = target(tx, 'otp', number)
  if (!(await countTry(tx, tries, GUESS_LIMIT))) return refuse('auth.locked')
  const found = await findFollowable(tx, number)
  const whose = await Promise.all(
    found.map(async (one) => ({ one, belongs: await phoneBelongs(tx, one.requesterId, phone) })),
  )
  const one = whose.find(({ belongs }) => belongs)?.one
  // Whoever does not know the phone must not use up the tries of whoever does.
  const codes = await tryOtps(tx, one?.caseId ?? NOBODY)
  const right = codes.filter(({ id, hash }) =>
    sameSecret(hash, otpHash(tx, id, one?.requesterId ?? NOBODY, proof.otp)),
  )
  if (!one || right.length === 0) return refuse('follow.otp-wrong')
  await useOtps(tx, one.caseId)
  await forgetTries(tx, tries)
  return one
}
