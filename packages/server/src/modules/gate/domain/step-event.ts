import {
  GATE_PROCESS,
  type GateMove,
  type GateState,
  type GateStep,
  isGateMove,
  type RecipientStep,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type GateFacts, STREAM } from './gate-facts.ts'

export type GateEvent = NewEvent<GateStep>

type After = Partial<Omit<GateFacts, 'id' | 'version' | 'state'>> & {
  readonly state: GateState
  readonly recipients?: readonly RecipientStep[]
}

/** Whether the table of the process allows the move here. */
export const barred = (facts: GateFacts, move: GateMove): Refusal | undefined =>
  isGateMove(move, facts.state)
    ? undefined
    : refuse('gate.move-impossible', { state: GATE_PROCESS.states[facts.state].name })

/** The request after a move, as an event. What the move does not touch stays as it was; no clock runs unless it is started. */
export function stepEvent(
  eventId: string,
  before: GateFacts,
  move: GateMove,
  { state, recipients = [], ...changed }: After,
): GateEvent {
  const { id, version, ...kept } = before
  if (!GATE_PROCESS.moves[move].to.includes(state)) throw new Error(`${move} does not lead to ${state}`)
  return {
    id: eventId,
    type: `gate.${GATE_PROCESS.moves[move].event}`,
    stream: STREAM,
    streamId: id,
    streamVersion: version + 1,
    payload: {
      ...kept,
      reasonId: null,
      dueAt: null,
      ...changed,
      move,
      from: version === 0 ? null : before.state,
      state,
      version: version + 1,
      recipients: [...recipients],
    },
  }
}
