import { headOf, readAfter } from '../../kernel/event-store.ts'
import type { Tx } from '../../kernel/tx.ts'
import { forgetBurden } from './store.ts'
import { book, burdenBook } from './subscribers.ts'

const BATCH = 2_000

/**
 * Books every burden anew from the events, in one transaction. The subscriber may go on meanwhile: each row remembers the
 * event that wrote it, and an older one changes nothing.
 * @returns how many events were read
 */
export async function rebuildBurden(tx: Tx): Promise<number> {
  await forgetBurden(tx)
  const head = await headOf(tx)
  let seq = 0
  while (seq < head) {
    const events = await readAfter(tx, seq, BATCH)
    for (const event of events) if (burdenBook.on(event.type)) await book(tx, event)
    const last = events.at(-1)
    if (!last) break
    seq = last.seq
  }
  return head
}
