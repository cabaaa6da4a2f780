import type { StoredEvent } from '../../kernel/event-store.ts'
import { changeOf, type HeardChange, sayChange } from './live-change.ts'

/** A change with the words of the stream, made once for everybody who hears it. */
export type Told = { readonly change: HeardChange; readonly text: string }

/** So much of the past is told again to whoever comes back; who is further behind reads everything anew. */
export const MOST_BEHIND = 2_000

export const toldOf = (events: readonly StoredEvent[]): readonly Told[] =>
  events.flatMap((event) => {
    const change = changeOf(event)
    return change ? { change, text: sayChange(change) } : []
  })

/** The last changes of a tenant, kept so that those who resume at the same time share one reading of the past. */
export class RecentChanges {
  #told: readonly Told[] = []
  #floor = 0

  /** Every change after this number is here. */
  get floor(): number {
    return this.#floor
  }

  /** Nothing is known before this number. */
  beginAt(seq: number): void {
    this.#told = []
    this.#floor = seq
  }

  addNew(told: readonly Told[], position: number): void {
    this.#told = [...this.#told, ...told]
    if (this.#told.length <= 2 * MOST_BEHIND) return
    this.#floor = Math.max(this.#floor, position - MOST_BEHIND)
    this.#told = this.after(this.#floor)
  }

  /** Changes after `floor` up to `until`; without effect where what is kept begins elsewhere by now. */
  addOlder(told: readonly Told[], floor: number, until: number): void {
    if (until !== this.#floor) return
    this.#told = [...told, ...this.#told]
    this.#floor = floor
  }

  /** Changes after a number, at most so many, in order. */
  after(seq: number, most = Number.POSITIVE_INFINITY): readonly Told[] {
    const first = this.#told.findIndex(({ change }) => change.seq > seq)
    return first < 0 ? [] : this.#told.slice(first, first + most)
  }
}
