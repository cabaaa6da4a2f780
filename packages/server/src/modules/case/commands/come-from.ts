import type { CaseStep, Kind, Refusal } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideMove } from '../domain/decide-move.ts'
import { ALONE } from '../domain/move-state.ts'
import { requesterOf } from '../queries/case-detail.ts'
import { lockCase } from '../queries/load-case.ts'
import { loadGround } from '../queries/load-ground.ts'
import type { NewRequester } from '../store.ts'
import type { LoadedMove } from './move-state.ts'
import { requesterOf as newRequester } from './report-case.ts'

/** The matter that asks for this one, held, with the step that it takes by it, and whoever raised it. */
export type Origin = {
  readonly state: LoadedMove
  readonly move: string
  readonly brings: string
  readonly requester: NewRequester
}

/** Its event, and the clocks that its flag stops or starts. */
const FRESH_IDS = 8

/**
 * What a matter comes from that asks the reporter's unit for it: whoever raised that one comes along, sealed anew under an id
 * of its own, so that nobody who reads the one finds the other by it. Null where nobody is asked: then it is a mere link.
 */
export async function originOf(tx: Tx, { report }: Kind, aroseFromId: string): Promise<Origin | null> {
  const { comesFrom } = report
  if (!comesFrom || tx.actor.kind !== 'account') return null
  const { facts } = await lockCase(tx, permitFor(tx, 'case.view'), aroseFromId, null)
  const ownUnitId = tx.actor.post?.unitId ?? null
  const asked = facts.flags.some(
    ({ flag, ownerUnitId }) => flag === comesFrom.flag && ownerUnitId !== null && ownerUnitId === ownUnitId,
  )
  if (facts.kind !== comesFrom.kind || !asked) return null
  const told = await requesterOf(tx, facts.id, false)
  if (!told) return null
  const { name, phone, wantsCall } = told
  return {
    ...{ move: comesFrom.move, brings: comesFrom.brings },
    requester: {
      ...newRequester(tx, { ...(name ? { name } : {}), ...(phone ? { phone } : {}), wantsCall }),
      originId: told.id,
    },
    state: {
      ...(await loadGround(tx, facts)),
      ...{ facts, ownUnitId, accountId: tx.actor.accountId, contentIds: [], contents: [], around: ALONE },
      freshIds: Array.from({ length: FRESH_IDS }, () => uuidV7(tx.now)),
    },
  }
}

/** The step of the matter that it comes from; a matter that came from none has none. */
export function decideOrigin(origin: Origin | null, now: number): readonly NewEvent<CaseStep>[] | Refusal {
  if (!origin) return []
  const { state, move } = origin
  return decideMove(state, { move, expectedVersion: state.facts.version }, now)
}
