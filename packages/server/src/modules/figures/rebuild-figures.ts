import type { CaseStep } from '@lianxin/contract'
import { headOf, readAfter, type StoredEvent } from '../../kernel/event-store.ts'
import { holdAsCounted } from '../../kernel/recount.ts'
import type { Tx } from '../../kernel/tx.ts'
import { figuresOf, isCounted } from './domain/figures-of.ts'
import { addFigures, forgetFigures, moveTo } from './store.ts'
import { figureCounts } from './subscribers.ts'

const BATCH = 2_000

/**
 * Counts everything anew from the events, in one transaction: readers see the old figures until it ends, and then the new
 * ones. The subscriber goes on behind the last event that was counted here.
 * @returns how many events were read
 */
export async function rebuildFigures(
  tx: Tx,
  progress: (read: number, of: number) => void = () => {},
): Promise<number> {
  await holdAsCounted(tx, figureCounts)
  await forgetFigures(tx)
  const head = await headOf(tx)
  let seq = 0
  while (seq < head) {
    const events = (await readAfter(tx, seq, BATCH)).filter((event) => event.seq <= head)
    const last = events.at(-1)
    if (!last) break
    await addFigures(
      tx,
      events
        .filter((event) => figureCounts.on(event.type) && isCounted(event))
        .map((event) => figuresOf(event as StoredEvent<CaseStep>)),
    )
    seq = last.seq
    progress(seq, head)
  }
  await moveTo(tx, head)
  return head
}
