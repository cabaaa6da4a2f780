import type { Answer, Input, Permission, Refusal, Route } from '@lianxin/contract'
import type { NewEvent } from './event-store.ts'
import type { Permit } from './permit.ts'
import type { Tx } from './tx.ts'

/** What a command leaves behind for a retry with the same id: ids and codes only, never words. */
export type Outcome = Readonly<Record<string, string | number | boolean | null>>

/**
 * A change, read top to bottom: policy, what is loaded, what is decided (pure), what is saved, what is answered.
 * `decide` sees neither the database nor the clock nor HTTP. `answer` builds the response from the outcome, also for
 * a retry, so that secrets need not be stored.
 */
export type Command<R extends Route, State, Event extends NewEvent> = {
  readonly route: R
  readonly permit: Permission
  load(tx: Tx, permit: Permit, input: Input<R>): Promise<State>
  decide(state: State, input: Input<R>, now: number): readonly Event[] | Refusal
  save(tx: Tx, state: State, events: readonly Event[], input: Input<R>): Promise<Outcome>
  answer(tx: Tx, outcome: Outcome): Promise<Answer<R>> | Answer<R>
}

export type AnyCommand = Command<Route, unknown, NewEvent>

/** Names the state and event types once, from `load`; the kernel then treats all commands alike. */
export const command = <R extends Route, State, Event extends NewEvent>(
  definition: Command<R, State, Event>,
): Command<R, State, Event> => definition
