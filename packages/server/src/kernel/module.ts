import type { Route } from '@lianxin/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import type { Command } from './command.ts'
import type { NewEvent, StoredEvent } from './event-store.ts'
import type { World } from './ports.ts'
import type { Query } from './query.ts'
import type { Tx } from './tx.ts'
import type { Waiting } from './waiting.ts'

// biome-ignore lint/suspicious/noExplicitAny: a list of commands forgets the state types that each of them keeps together
export type AnyCommand = Command<any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above, for views
export type AnyQuery = Query<any>

/** A route whose body or answer is a stream; it keeps to the flow by calling runCommand or runQuery itself. */
export type StreamRoute = {
  readonly route: Route
  /**
   * Asked before anything is read for a request, so that a rush is turned away while that is cheap. What it gives back is
   * called when it is known who asks. @throws Refused
   */
  enter?(reply: FastifyReply): () => void
  handle(call: {
    world: World
    tenant: number
    actor: Actor
    request: FastifyRequest
    reply: FastifyReply
  }): Promise<unknown>
}

/** Reacts to stored events: at least once, in order, so `handle` must be idempotent. It is told of several at once, the oldest first. */
export type Subscriber = {
  readonly name: string
  readonly on: (type: string) => boolean
  handle(tx: Tx, events: readonly StoredEvent[]): Promise<void>
  /**
   * It counts what can be counted anew from the events. `basis` goes up with every change of what is counted: rows of an older
   * one are forgotten by the running server, and it begins again at the first event.
   */
  readonly counts?: { readonly basis: number; forget(tx: Tx): Promise<void> }
}

/** For whoever takes its events one after the other. */
export const oneByOne =
  (handle: (tx: Tx, event: StoredEvent) => Promise<void>): Subscriber['handle'] =>
  async (tx, events) => {
    for (const event of events) await handle(tx, event)
  }

/** Work that the system does by itself, once per tenant and period. Returns how much it did; more work runs at once. */
export type Job = {
  readonly name: string
  readonly everyMs: number
  /** How it is known for which tenants there is something to do; absent: every tenant has its turn. */
  readonly waiting?: Waiting
  /** How much a turn takes on at most: one that did less rests its period. Absent: only one that did nothing. */
  readonly batch?: number
  run(world: World, tenant: number): Promise<number>
}

/** A room of the house: its whole public face beside its queries for later modules. */
export type Module = {
  readonly name: string
  readonly commands?: readonly AnyCommand[]
  readonly queries?: readonly AnyQuery[]
  readonly streams?: readonly StreamRoute[]
  readonly subscribers?: readonly Subscriber[]
  readonly jobs?: readonly Job[]
}

export type { NewEvent }
