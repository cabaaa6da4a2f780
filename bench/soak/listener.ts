import type { LiveChange } from '@lianxin/contract'
import { LIVE_RESET, liveRoutes } from '@lianxin/contract'
import type { Person } from './person.ts'

const AGAIN_MS = 500

/** Somebody whose screen follows the live stream, and comes back from where it was when the line drops. */
export class Listener {
  /** When each event was heard, in played time, by its place in the order of events. */
  readonly heard = new Map<number, number>()
  /** When something about a matter was first heard, on the wall. */
  readonly firstHeardOf = new Map<string, number>()
  /** Events that came twice or out of order. */
  disorder = 0
  drops = 0
  resets = 0
  /** When it heard something last, on the wall. */
  heardAt = 0
  #last = 0
  readonly #person: Person
  readonly #stop: AbortSignal
  readonly #now: () => number
  readonly ended: Promise<void>

  /** @param now the played time */
  constructor(person: Person, now: () => number, stop: AbortSignal) {
    this.#person = person
    this.#now = now
    this.#stop = stop
    this.ended = this.#listen()
  }

  async #listen(): Promise<void> {
    while (!this.#stop.aborted) {
      const headers: Record<string, string> = this.#last > 0 ? { 'last-event-id': String(this.#last) } : {}
      await this.#person
        .open(liveRoutes.stream.path, this.#stop, headers)
        .then((answer) => this.#read(answer))
        .catch(() => {})
      if (this.#stop.aborted) return
      this.drops += 1
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }

  async #read(answer: Response): Promise<void> {
    if (!answer.ok || !answer.body) return
    let rest = ''
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
    }
  }

  #take(block: string): void {
    const id = Number(/^id: (\d+)$/m.exec(block)?.[1] ?? 0)
    const name = /^event: (.+)$/m.exec(block)?.[1]
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (name === LIVE_RESET) this.resets += 1
    else if (data !== undefined) {
      if (id <= this.#last) this.disorder += 1
      this.heard.set(id, this.#now())
      this.heardAt = performance.now()
      const { caseId } = JSON.parse(data) as LiveChange
      if (caseId !== null && !this.firstHeardOf.has(caseId)) this.firstHeardOf.set(caseId, performance.now())
    }
    this.#last = Math.max(this.#last, id)
  }
}
