import { systemActor } from './actor.ts'
import { headOf } from './event-store.ts'
import { faultOf } from './fault.ts'
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
  const told = (name: string, tenant: number | null, error: unknown) => {
    world.log.error({ name, tenant, ...faultOf(error) }, 'a subscriber or job failed and will be tried again')
  }
  /** One turn for every tenant. A fault of one is told and stops none of the others; all rest a while before the next turn. */
  const forEachTenant = async (name: string, turn: (tenant: number) => Promise<number>): Promise<number> => {
    let did = 0
    let failed = false
    const all = await tenants().catch((error: unknown) => {
      told(name, null, error)
      failed = true
      return []
    })
    for (const tenant of all) {
      try {
        did += await turn(tenant)
      } catch (error) {
        told(name, tenant, error)
        failed = true
      }
    }
    if (failed) await rest(AFTER_FAULT_MS)
    return did
  }

  const follow = async (name: string, turn: (tenant: number) => Promise<number>) => {
    await filled
    while (!stopping) {
      const seen = commits
      const did = await forEachTenant(name, turn)
      if (did === 0 && seen === commits && !stopping) await rest(FALLBACK_MS, subscribers)
    }
  }
  const repeat = async (name: string, ms: number, turn: (tenant: number) => Promise<number>) => {
    await filled
    while (!stopping) {
      const did = await forEachTenant(name, turn)
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
