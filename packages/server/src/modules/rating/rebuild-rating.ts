import type { CaseStep } from '@lianxin/contract'
import { headOf, readAfter, type StoredEvent } from '../../kernel/event-store.ts'
import { holdAsCounted } from '../../kernel/recount.ts'
import type { Tx } from '../../kernel/tx.ts'
import { inLayers } from './domain/in-layers.ts'
import { forgetRounds, noteSteps } from './store.ts'
import { ratedRounds } from './subscribers.ts'

const BATCH = 2_000

/** Notes every round anew from the events, in one transaction. @returns how many events were read */
export async function rebuildRating(tx: Tx): Promise<number> {
  await holdAsCounted(tx, ratedRounds)
  await forgetRounds(tx)
  const head = await headOf(tx)
  let seq = 0
  while (seq < head) {
    const events = (await readAfter(tx, seq, BATCH)).filter((event) => event.seq <= head)
    const last = events.at(-1)
    if (!last) break
    const steps = events.filter(({ type }) => ratedRounds.on(type)) as readonly StoredEvent<CaseStep>[]
    for (const layer of inLayers(steps)) await noteSteps(tx, layer)
    seq = last.seq
  }
  return head
}
