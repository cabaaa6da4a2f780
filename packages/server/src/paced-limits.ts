import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from './platform/config.ts'
import type { PlayedClock } from './platform/played-clock.ts'

type Pace = (request: FastifyRequest) => number

/**
 * How often the limits of a minute are granted in one. A demonstration whose time runs ×N counts in its own minutes, for
 * who sits at this machine: else a played day could not pass the door. Without such a clock it is always once.
 */
export const paceOf =
  (clock: PlayedClock | undefined): Pace =>
  ({ ip }) =>
    clock && isLoopback(ip.replace(/^::ffff:/, '')) ? clock.speed() : 1

/** Lets the limits that routes name for themselves keep that pace. To be called before the rate limiter is registered. */
export function paceRouteLimits(http: FastifyInstance, pace: Pace): void {
  http.addHook('onRoute', ({ config }) => {
    const limit = (config as { rateLimit?: { max: number | Pace } } | undefined)?.rateLimit
    if (typeof limit?.max !== 'number') return
    const { max } = limit
    limit.max = (request) => max * pace(request)
  })
}
