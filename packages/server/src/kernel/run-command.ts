import { type Input, isRefusal, type Route } from '@lianxin/contract'
import { actorKey, anonymous, NOBODY } from './actor.ts'
import { type Asker, enter } from './asker.ts'
import type { Command } from './command.ts'
import { claimOutcome, hashOf, keepOutcome } from './command-outcome.ts'
import { appending, type NewEvent } from './event-store.ts'
import { mintPermit } from './permit.ts'
import type { World } from './ports.ts'
import { Refused } from './refused.ts'
import { uuidV7 } from './uuid.ts'

export type CommandCall<R extends Route> = {
  readonly tenant: number
  readonly actor: Asker
  /** The client's id for this command; null for system actors, whose commands are idempotent by what they load. */
  readonly id: string | null
  readonly input: Input<R>
}

/**
 * validate (done by the edge) → permit → [ claim id → load → decide → save + outcome → append events ] → answer.
 * A refusal rolls everything back, the claimed id included, so that a corrected retry may use it again.
 */
export async function runCommand<R extends Route, State, Event extends NewEvent>(
  world: World,
  definition: Command<R, State, Event>,
  call: CommandCall<R>,
) {
  const bodyHash = hashOf(call.input)
  // What anybody may do is told apart by its id alone: signing in or out between two tries does not make it two things.
  const open = !isRefusal(mintPermit(definition.permit, anonymous, call.tenant))
  const answer = await enter(world, call, definition.permit, async (tx, permit) => {
    const key = open ? NOBODY : actorKey(tx.actor)
    const earlier =
      call.id === null ? undefined : await claimOutcome(tx, key, call.id, definition.route.id, bodyHash)
    if (earlier) return definition.answer(tx, earlier)
    const state = await definition.load(tx, permit, call.input)
    const events = definition.decide(state, call.input, tx.now)
    if (isRefusal(events)) throw new Refused(events)
    const outcome = await definition.save(tx, state, events, call.input)
    const [told] = await Promise.all([
      definition.answer(tx, outcome),
      call.id === null ? undefined : keepOutcome(tx, key, call.id, outcome),
    ])
    // The system's own commands have no client: each run gets an id of its own.
    if (events.length > 0) tx.closeWith(appending(tx, events, call.id ?? uuidV7(tx.now)))
    return told
  })
  world.committed?.(call.tenant)
  return answer
}
