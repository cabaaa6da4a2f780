import { BINDING, type GateStep } from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/tx.ts'
import { STREAM } from './domain/gate-facts.ts'
import { bookBurden } from './store.ts'

/** Books what a step of the gate lays on communities, or takes off them. Told twice, it is booked once. */
export async function book(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.stream !== STREAM || !('recipients' in event.payload)) return
  const step = event.payload as GateStep
  const isBound = (state: string) => BINDING.some((one) => one === state)
  await bookBurden(
    tx,
    event.seq,
    event.streamId,
    step,
    step.recipients.filter(({ state }) => isBound(state)),
    step.recipients.filter(({ state }) => !isBound(state)),
  )
}

export const burdenBook: Subscriber = {
  name: 'gate.burden',
  on: (type) => type.startsWith('gate.'),
  handle: oneByOne(book),
}
