import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from './platform/config.ts'
import type { PlayedClock } from './platform/played-clock.ts'

type Pace = (request: FastifyRequest) => number

const WINDOW_MS = 60_000

/**
 * How often the limits of a minute are granted in one. A demonstration whose time runs ×N counts in its own minutes, for
 * who sits at this machine: else a played day could not pass the door. When it runs slower again, what came before still
 * counts for a minute, and so long the limit stays what it was. Without such a clock it is always once.
 */
export function paceOf(clock: PlayedClock | undefined, now: () => number): Pace {
  let granted = 1
  let until = Number.NEGATIVE_INFINITY
  return ({ ip }) => {
    if (!clock || !isLoopback(ip.replace(/^::ffff:/, ''))) return 1
    const speed = clock.speed()
    if (speed >= granted || now() >= until) {
      granted = speed
      until = now() + WINDOW_MS
    }
    return granted
  }
}

/** Lets the limits that routes name for themselves keep that pace. To be called before the rate limiter is registered. */
export function paceRouteLimits(http: FastifyInstance, pace: Pace): void {
  http.addHook('onRoute', ({ config }) => {
    const limit = (config as { rateLimit?: { max: number | Pace } } | undefined)?.rateLimit
    if (typeof limit?.max !== 'number') return
    const { max } = limit
    limit.max = (request) => max * pace(request)
  })
}
