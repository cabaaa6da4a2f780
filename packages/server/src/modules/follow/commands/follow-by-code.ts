import { followRoutes, type Input, normaliseFollowCode, type Refusal, refuse } from '@lianxin/contract'
import { NOBODY } from '../../../kernel/actor.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type Followable, findFollowable, followCodeOf } from '../../case/index.ts'
import { GUESS_LIMIT, issuedNumber, sameSecret, target } from '../domain.ts'
import { type FollowOptions, openTo } from '../follow-door.ts'
import { countTry, forgetTries } from '../store.ts'

type Proof = Input<typeof followRoutes.byCode>['body']

/** Follows with the number and the code of the receipt. A number that does not exist fails as a wrong code does, and takes as long. */
export const followByCode = (options: FollowOptions): StreamRoute => ({
  route: followRoutes.byCode,
  handle: (call) => openTo(call, options, (tx) => checkCode(tx, call.request.body as Proof)),
})

async function checkCode(tx: Tx, proof: Proof): Promise<Followable | Refusal> {
  const number = issuedNumber(proof.number)
  if (!number) return refuse('follow.wrong')
  const tries = target(tx, 'code', number)
  if (!(await countTry(tx, tries, GUESS_LIMIT))) return refuse('auth.locked')
  const found = await findFollowable(tx, number)
  const typed = normaliseFollowCode(proof.followCode) ?? ''
  const codes = found.length > 0 ? found.map(({ code }) => code) : [followCodeOf(tx, NOBODY)]
  const [right] = found.filter((_, index) => sameSecret(typed, codes[index] ?? ''))
  if (!right) return refuse('follow.wrong')
  await forgetTries(tx, tries)
  return right
}
