import { systemActor } from './actor.ts'
import { headOf } from './event-store.ts'
import type { Module } from './module.ts'
import type { World } from './ports.ts'
import { advance } from './run-subscribers.ts'
import { inTenant } from './tx.ts'

/** How often it is asked whether another process has committed (architecture §1: at most 250 ms). Ours are known at once. */
const WATCH_MS = 250
/** A subscriber looks by itself this often, should a wake ever be lost. */
const FALLBACK_MS = 10_000
const AFTER_FAULT_MS = 5_000

export type Pulse = {
  /** Says that something was committed here: subscribers and live streams look at once. */
  wake(): void
  onWake(listener: () => void): () => void
  stop(): Promise<void>
}

export type PulseOptions = {
  readonly tenants: () => Promise<readonly number[]>
  /** Nothing runs before, so that the demonstration's past is not overtaken by the present. */
  readonly filled?: Promise<unknown>
  /** No other process can commit: the embedded database. Nobody needs to be watched then. */
  readonly alone: boolean
}

/**
 * The system's own heartbeat: subscribers follow the event table and jobs run in their period, for each tenant. A fault
 * in one of them is logged and tried again; it never stops the others.
 */
export function startPulse(
  world: World,
  modules: readonly Module[],
  { tenants, filled, alone }: PulseOptions,
): Pulse {
  const listeners = new Set<() => void>()
  const subscribers = new Set<() => void>()
  const resting = new Set<() => void>()
  const loops: Promise<void>[] = []
  let stopping = false
  // Counts commits that were told of; a loop that was busy meanwhile goes round once more.
  let commits = 0

  const wake = () => {
    commits += 1
    for (const done of [...subscribers]) done()
    for (const listener of listeners) listener()
  }
  /** Waits, or until woken: a subscriber by the next commit, everything by the end. */
  const rest = (ms: number, woken?: Set<() => void>) =>
    new Promise<void>((resolve) => {
      if (stopping) return resolve()
      const done = () => {
        clearTimeout(timer)
        woken?.delete(done)
        resting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      woken?.add(done)
      resting.add(done)
    })
  const guarded = async (name: string, turn: () => Promise<number>): Promise<number> => {
    try {
      return await turn()
    } catch (error) {
      const { name: fault, code, stack } = error as { name?: string; code?: string; stack?: string }
      const text = 'a subscriber or job failed and will be tried again'
      world.log.error({ name, fault, code, stack: stack?.split('\n').slice(1, 6) }, text)
      await rest(AFTER_FAULT_MS)
      return 0
    }
  }
  const forEachTenant = async (turn: (tenant: number) => Promise<number>): Promise<number> => {
    let did = 0
    for (const tenant of await tenants()) did += await turn(tenant)
    return did
  }

  const follow = async (name: string, turn: (tenant: number) => Promise<number>) => {
    await filled
    while (!stopping) {
      const seen = commits
      const did = await guarded(name, () => forEachTenant(turn))
      if (did === 0 && seen === commits && !stopping) await rest(FALLBACK_MS, subscribers)
    }
  }
  const repeat = async (name: string, ms: number, turn: (tenant: number) => Promise<number>) => {
    await filled
    while (!stopping) {
      const did = await guarded(name, () => forEachTenant(turn))
      if (did > 0) wake()
      else if (!stopping) await rest(ms)
    }
  }
  const heads = new Map<number, number>()
  const watch = async (tenant: number): Promise<number> => {
    const head = await inTenant(world, tenant, systemActor('pulse'), headOf)
    const moved = heads.get(tenant) !== head
    heads.set(tenant, head)
    if (moved) wake()
    return 0
  }

  for (const module of modules) {
    for (const one of module.subscribers ?? [])
      loops.push(follow(one.name, (tenant) => advance(world, tenant, one)))
    for (const job of module.jobs ?? [])
      loops.push(repeat(job.name, job.everyMs, (tenant) => job.run(world, tenant)))
  }
  if (!alone) loops.push(repeat('pulse.watch', WATCH_MS, watch))
  return {
    wake,
    onWake(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopping = true
      for (const done of [...resting]) done()
      await Promise.allSettled(loops)
    },
  }
}
