import { faultOf } from './fault.ts'
import type { Job, Module } from './module.ts'
import type { World } from './ports.ts'
import { basisOf } from './recount.ts'
import { advanceAll } from './run-subscribers.ts'
import { sideBySide } from './side-by-side.ts'
import { tenantsBehind, tenantsWaiting } from './waiting.ts'

/** How often it is asked whether another process has committed (architecture §1: at most 250 ms). Ours are known at once. */
const WATCH_MS = 250
/** The same look where no other process can commit, should a wake ever be lost. */
const FALLBACK_MS = 10_000
const AFTER_FAULT_MS = 5_000
/** Tenants whose subscribers run side by side. Those of one tenant never do. */
const AT_ONCE = 4

export type Pulse = {
  /** Says that something was committed here, for one tenant or for any: subscribers and live streams look at once. */
  wake(tenant?: number): void
  onWake(listener: (tenant?: number) => void): () => void
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
 * The system's own heartbeat: subscribers follow the event table and jobs run in their period, for each tenant that has
 * something new. A fault in one of them is logged and tried again; it never stops the others.
 */
export function startPulse(
  world: World,
  modules: readonly Module[],
  { tenants, filled, alone }: PulseOptions,
): Pulse {
  const listeners = new Set<(tenant?: number) => void>()
  const resting = new Set<() => void>()
  const loops: Promise<void>[] = []
  let stopping = false

  /** Waits, or until ended: by the end of everything, or by what `wake` is given to. */
  const rest = (ms: number, wakened?: (wake: () => void) => void) =>
    new Promise<void>((resolve) => {
      if (stopping) return resolve()
      const done = () => {
        clearTimeout(timer)
        resting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      resting.add(done)
      wakened?.(done)
    })
  const told = (name: string, tenant: number | null, error: unknown) => {
    world.log.error({ name, tenant, ...faultOf(error) }, 'a subscriber or job failed and will be tried again')
  }

  const subscribers = modules.flatMap((module) => module.subscribers ?? [])
  const counted = subscribers.map((one) => ({ name: one.name, basis: basisOf(one) }))
  /** Tenants in which something was committed here since their last turn. */
  let stirred = new Set<number>()
  let lookNow = true
  let wakeFollower: () => void = () => {}
  const wake = (tenant?: number) => {
    if (tenant === undefined) lookNow = true
    else stirred.add(tenant)
    wakeFollower()
    for (const listener of listeners) listener(tenant)
  }

  /** Until when a subscriber that failed is left alone, by tenant and name. */
  const failing = new Map<string, number>()
  const keyOf = (tenant: number, name: string) => `${tenant} ${name}`
  const turn = async (tenant: number): Promise<void> => {
    const now = world.wall.now()
    const able = subscribers.filter(({ name }) => (failing.get(keyOf(tenant, name)) ?? 0) <= now)
    try {
      const { behind, faults } = await advanceAll(world, tenant, able)
      for (const { subscriber, error } of faults) {
        failing.set(keyOf(tenant, subscriber), now + AFTER_FAULT_MS)
        told(subscriber, tenant, error)
      }
      if (behind) stirred.add(tenant)
    } catch (error) {
      for (const { name } of able) failing.set(keyOf(tenant, name), now + AFTER_FAULT_MS)
      told('subscribers', tenant, error)
    }
  }
  const follow = async () => {
    await filled
    let lookedAt = Number.NEGATIVE_INFINITY
    while (!stopping) {
      const every = alone ? FALLBACK_MS : WATCH_MS
      if (stirred.size === 0 && !lookNow)
        await rest(Math.max(0, lookedAt + every - performance.now()), (done) => {
          wakeFollower = done
        })
      const now = stirred
      stirred = new Set()
      if (lookNow || performance.now() >= lookedAt + every) {
        lookNow = false
        try {
          for (const tenant of await tenantsBehind(world, counted)) now.add(tenant)
        } catch (error) {
          told('pulse', null, error)
          await rest(AFTER_FAULT_MS)
        }
        lookedAt = performance.now()
      }
      await sideBySide(now, AT_ONCE, async (tenant) => {
        if (!stopping) await turn(tenant)
      })
    }
  }

  /** One turn of a job for every tenant that waits: whether one has more. A fault of one is told and stops none of the others. */
  const runJob = async (job: Job): Promise<boolean> => {
    let more = false
    let failed = false
    const due = await (job.waiting ? tenantsWaiting(world, job.waiting) : tenants()).catch(
      (error: unknown) => {
        told(job.name, null, error)
        failed = true
        return []
      },
    )
    for (const tenant of due) {
      if (stopping) break
      try {
        if ((await job.run(world, tenant)) >= (job.batch ?? 1)) more = true
      } catch (error) {
        told(job.name, tenant, error)
        failed = true
      }
    }
    if (failed) await rest(AFTER_FAULT_MS)
    return more
  }
  const repeat = async (job: Job) => {
    await filled
    while (!stopping) if (!(await runJob(job))) await rest(job.everyMs)
  }

  if (subscribers.length > 0) loops.push(follow())
  for (const job of modules.flatMap((module) => module.jobs ?? [])) loops.push(repeat(job))
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
