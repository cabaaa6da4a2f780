import type { LiveChange } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import { headOf, readAfter, type StoredEvent } from '../../kernel/event-store.ts'
import type { World } from '../../kernel/ports.ts'
import { inTenant } from '../../kernel/tx.ts'
import { changeOf } from './live-change.ts'

/** Somebody who listens. `hear` is called in the order of `seq`; `seen` is the last position that it was shown. */
export type Listener = {
  hear(changes: readonly LiveChange[], seen: number): void
  /** Resolves when more may be said; used while it catches up. */
  ready(): Promise<void>
  readonly closed: boolean
}

const BATCH = 200
const POLL_MS = 250
const AFTER_FAULT_MS = 2_000

/**
 * Reads the events of one tenant forward, once for all who listen: woken by commits made here, and by a look four
 * times a second for those made elsewhere. It rests while nobody listens.
 */
export class TenantFeed {
  readonly #world: World
  readonly #tenant: number
  readonly #listeners = new Map<Listener, { seen: number; caughtUp: boolean }>()
  #position = 0
  #started: Promise<void> | undefined
  #wake: () => void = () => {}

  constructor(world: World, tenant: number) {
    this.#world = world
    this.#tenant = tenant
  }

  /** Looks at once. */
  wake(): void {
    this.#wake()
  }

  /** Begins to tell a listener what happened after `since`; undefined: from now on. Resolves when it has caught up. */
  async join(listener: Listener, since: number | undefined): Promise<void> {
    const place = { seen: 0, caughtUp: false }
    this.#listeners.set(listener, place)
    this.#started ??= this.#start()
    await this.#started
    place.seen = Math.min(since ?? this.#position, this.#position)
    while (place.seen < this.#position && !listener.closed) {
      const events = await this.#read(place.seen)
      const last = events.at(-1)
      if (!last) break
      place.seen = last.seq
      listener.hear(changesIn(events), last.seq)
      await listener.ready()
    }
    // No await between this and the last look at the position: nothing can fall in between.
    place.caughtUp = true
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size === 0) this.#wake()
  }

  async #start(): Promise<void> {
    try {
      this.#position = await this.#inTenant(headOf)
      void this.#run()
    } catch (error) {
      this.#started = undefined
      throw error
    }
  }

  async #run(): Promise<void> {
    while (this.#listeners.size > 0) {
      try {
        const events = await this.#read(this.#position)
        const last = events.at(-1)
        if (last) {
          this.#position = last.seq
          this.#tell(events)
        }
        if (events.length < BATCH) await this.#rest(POLL_MS)
      } catch (error) {
        const { name, code } = error as { name?: string; code?: string }
        this.#world.log.error(
          { tenant: this.#tenant, fault: name, code },
          'the live stream could not read and will try again',
        )
        await this.#rest(AFTER_FAULT_MS)
      }
    }
    this.#started = undefined
  }

  #tell(events: readonly StoredEvent[]): void {
    for (const [listener, place] of this.#listeners) {
      if (!place.caughtUp) continue
      const news = events.filter((event) => event.seq > place.seen)
      place.seen = Math.max(place.seen, this.#position)
      if (news.length > 0) listener.hear(changesIn(news), place.seen)
    }
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #inTenant<T>(work: Parameters<typeof inTenant<T>>[3]): Promise<T> {
    return inTenant(this.#world, this.#tenant, systemActor('live.feed'), work)
  }

  #read(after: number): Promise<readonly StoredEvent[]> {
    return this.#inTenant((tx) => readAfter(tx, after, BATCH))
  }
}

const changesIn = (events: readonly StoredEvent[]): readonly LiveChange[] =>
  events.flatMap((event) => changeOf(event) ?? [])
