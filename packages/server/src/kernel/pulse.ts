import type { Module } from './module.ts'
import type { World } from './ports.ts'
import { advance } from './run-subscribers.ts'

/** Elsewhere's commits are seen by polling, ours by being woken. */
const POLL_MS = 250
const AFTER_FAULT_MS = 5_000

export type Pulse = {
  /** Says that something was committed here: subscribers and live streams look at once. */
  wake(): void
  onWake(listener: () => void): () => void
  stop(): Promise<void>
}

/**
 * The system's own heartbeat: subscribers follow the event table and jobs run in their period, for each tenant. A fault
 * in one of them is logged and tried again; it never stops the others.
 * `filled`: nothing runs before, so that the demonstration's past is not overtaken by the present.
 */
export function startPulse(
  world: World,
  modules: readonly Module[],
  tenants: () => Promise<readonly number[]>,
  filled: Promise<unknown> = Promise.resolve(),
): Pulse {
  const listeners = new Set<() => void>()
  const loops: Promise<void>[] = []
  const resting = new Set<() => void>()
  let stopping = false

  /** Waits, or until woken: a subscriber by the next commit, everything by the end. */
  const rest = (ms: number, woken: Set<() => void>) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        woken.delete(done)
        resting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      woken.add(done)
      resting.add(done)
    })
  const subscribers = new Set<() => void>()
  const jobs = new Set<() => void>()
  const loop = async (
    name: string,
    ms: number,
    woken: Set<() => void>,
    turn: (tenant: number) => Promise<number>,
  ) => {
    await filled
    while (!stopping) {
      let did = 0
      let pause = ms
      try {
        for (const tenant of await tenants()) did += await turn(tenant)
      } catch (error) {
        pause = Math.max(ms, AFTER_FAULT_MS)
        world.log.error(
          {
            name,
            fault: (error as Error).name,
            code: (error as { code?: string }).code,
            stack: (error as Error).stack?.split('\n').slice(1, 6),
          },
          'a subscriber or job failed and will be tried again',
        )
      }
      if (did === 0 && !stopping) await rest(pause, woken)
    }
  }
  for (const module of modules) {
    for (const subscriber of module.subscribers ?? [])
      loops.push(loop(subscriber.name, POLL_MS, subscribers, (tenant) => advance(world, tenant, subscriber)))
    for (const job of module.jobs ?? [])
      loops.push(loop(job.name, job.everyMs, jobs, (tenant) => job.run(world, tenant)))
  }
  return {
    wake() {
      for (const done of [...subscribers]) done()
      for (const listener of listeners) listener()
    },
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
