import { quarterOf, type Refusal, refuse, upwardRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { ensure, Refused } from '../../../kernel/refused.ts'
import { type Ratable, ratableUnits, tokenOf } from '../queries/ratable-units.ts'
import { countScores, spendToken } from '../upward-store.ts'

/**
 * A rating from below. It makes no event: an event names its actor and its moment. What it leaves is a spent token and three
 * counts that went up by one.
 */
export const rateUpward = command<typeof upwardRoutes.rate, readonly Ratable[], never>({
  route: upwardRoutes.rate,
  permit: 'rating.rateUp',
  load: (tx) => ratableUnits(tx),
  decide: (units, { params, body }, now): readonly never[] | Refusal => {
    if (!units.some(({ id }) => id === params.unitId)) return refuse('rating.not-yours')
    return body.quarter === quarterOf(now) ? [] : refuse('rating.quarter-over')
  },
  async save(tx, _units, _events, { params: { unitId }, body: { quarter, scores } }) {
    if (tx.actor.kind !== 'account') throw new Refused({ refusal: 'auth.required' })
    const token = tokenOf(tx, tx.actor.accountId, unitId, quarter)
    ensure(await spendToken(tx, token, quarter), { refusal: 'rating.already' })
    await countScores(tx, quarter, unitId, scores)
    return { unitId }
  },
  answer: (_tx, { unitId }) => ({ unitId: String(unitId) }),
})
