import { ACTING_CHANGED, HOLDER_CHANGED } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import { headOf, readAfter, type StoredEvent } from '../../kernel/event-store.ts'
import type { World } from '../../kernel/ports.ts'
import { inTenant } from '../../kernel/tx.ts'
import { MOST_BEHIND, RecentChanges, type Told, toldOf } from './recent-changes.ts'

/** Somebody who listens. `hear` is called in the order of `seq`; `seen` is the last position that it was shown. */
export type Listener = {
  hear(told: readonly Told[], seen: number): void
  /** Where it begins: from there it may resume, even if it is cut before it has heard anything. */
  standAt(seq: number): void
  /** What lies before `seq` is not told again: too much has happened since this listener's place. */
  skipTo(seq: number): void
  /** Resolves when more may be said; used while it catches up. */
  ready(): Promise<void>
  /** A post has another holder: whoever listens by it is asked at once whether they still may. */
  postChanged(postId: string): void
  readonly closed: boolean
}

const BATCH = 200
const POLL_MS = 250
const AFTER_FAULT_MS = 2_000

/**
 * Reads the events of one tenant forward, once for all who listen: woken by commits made here, and by a look four
 * times a second for those made elsewhere. The past that somebody missed is read once for all too. It rests while nobody
 * listens.
 */
export class TenantFeed {
  readonly #world: World
  readonly #tenant: number
  readonly #listeners = new Map<Listener, { seen: number; caughtUp: boolean }>()
  readonly #recent = new RecentChanges()
  #position = 0
  #started: Promise<void> | undefined
  #readingBack: Promise<void> | undefined
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
    listener.standAt(place.seen)
    while (place.seen < this.#position && !listener.closed) {
      const earliest = this.#position - MOST_BEHIND
      if (place.seen < earliest) {
        place.seen = earliest
        listener.skipTo(earliest)
      }
      if (place.seen < this.#recent.floor) {
        this.#readingBack ??= this.#readBack().finally(() => {
          this.#readingBack = undefined
        })
        await this.#readingBack
        continue
      }
      const told = this.#recent.after(place.seen, BATCH)
      // Events that are told to nobody have a number too: the last of the told ones is not the last of all.
      place.seen = told.length < BATCH ? this.#position : (told.at(-1)?.change.seq ?? this.#position)
      listener.hear(told, place.seen)
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
      this.#recent.beginAt(this.#position)
      void this.#run()
    } catch (error) {
      this.#started = undefined
      throw error
    }
  }

  /** The whole of the past that may be asked for, so that whoever comes next finds it. */
  async #readBack(): Promise<void> {
    const { floor } = this.#recent
    const goal = Math.max(0, this.#position - MOST_BEHIND)
    const events: StoredEvent[] = []
    for (let seq = goal; seq < floor; ) {
      const batch = await this.#read(seq)
      const last = batch.at(-1)
      if (!last) break
      events.push(...batch)
      seq = last.seq
    }
    this.#recent.addOlder(toldOf(events.filter(({ seq }) => seq <= floor)), goal, floor)
  }

  async #run(): Promise<void> {
    while (this.#listeners.size > 0) {
      try {
        const events = await this.#read(this.#position)
        const last = events.at(-1)
        if (last) {
          this.#position = last.seq
          this.#tell(toldOf(events))
          for (const { type, streamId } of events)
            if (type === HOLDER_CHANGED || type === ACTING_CHANGED)
              for (const one of this.#listeners.keys()) one.postChanged(streamId)
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

  #tell(told: readonly Told[]): void {
    this.#recent.addNew(told, this.#position)
    for (const [listener, place] of this.#listeners) {
      if (!place.caughtUp) continue
      const news = told.filter(({ change }) => change.seq > place.seen)
      place.seen = this.#position
      listener.hear(news, place.seen)
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
