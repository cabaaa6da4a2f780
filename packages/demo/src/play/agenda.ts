/** Something that is to happen at a moment (Unix milliseconds of the played time). */
export interface Appointment {
  readonly at: number
  readonly run: () => Promise<void>
}

/** What is to come, soonest first: a binary heap, because a day has thousands of steps. */
export class Agenda {
  readonly #heap: Appointment[] = []

  get size(): number {
    return this.#heap.length
  }

  get next(): Appointment | undefined {
    return this.#heap[0]
  }

  add(one: Appointment): void {
    const heap = this.#heap
    let i = heap.push(one) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (at(heap, parent) <= one.at) break
      swap(heap, i, parent)
      i = parent
    }
  }

  take(): Appointment | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      const child = at(heap, left + 1) < at(heap, left) ? left + 1 : left
      if (at(heap, child) >= last.at) return first
      swap(heap, i, child)
      i = child
    }
  }
}

const at = (heap: readonly Appointment[], i: number): number => heap[i]?.at ?? Number.POSITIVE_INFINITY

function swap(heap: Appointment[], i: number, j: number): void {
  const [a, b] = [heap[i], heap[j]]
  if (a === undefined || b === undefined) return
  heap[i] = b
  heap[j] = a
}
