import type { FastifyInstance } from 'fastify'
import type { PlayedClock } from './platform/played-clock.ts'

/**
 * Says with each answer how far a demonstration's time is ahead of the machine's, in milliseconds, and how fast it runs: the
 * Date of the answer stays that of the machine, by which caches and cookies go.
 */
export function tellPlayedTime(http: FastifyInstance, played: PlayedClock): void {
  http.addHook('onRequest', async (_request, reply) => {
    const ahead = played.aheadMs()
    if (ahead > 0) reply.header('x-played-time', `${ahead} ${played.speed()}`)
  })
}
