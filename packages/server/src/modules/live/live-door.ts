import type { FastifyReply } from 'fastify'
import { Refused } from '../../kernel/refused.ts'

export type DoorSize = {
  /** How many may be on their way in: asking who they are costs the database something. */
  readonly entering: number
  /** How many streams one process keeps open. */
  readonly open: number
}
export const DOOR: DoorSize = { entering: 128, open: 12_000 }

/** Who is turned away comes back within these seconds, each at another moment. */
const SOONEST_S = 2
const LATEST_S = 12

/**
 * Lets in as many as can be served. After a restart everybody comes at once; whoever is over the limit is told a time to
 * come back, so that the rush spreads out by itself instead of growing by repetition.
 */
export function liveDoor({ entering: mostEntering, open: mostOpen }: DoorSize) {
  let entering = 0
  let open = 0
  return {
    enter(reply: FastifyReply): () => void {
      if (entering >= mostEntering || open >= mostOpen) {
        const seconds = SOONEST_S + Math.floor(Math.random() * (LATEST_S - SOONEST_S + 1))
        reply.header('retry-after', String(seconds))
        throw new Refused({ refusal: 'server.busy' })
      }
      entering += 1
      return () => {
        entering -= 1
      }
    },
    opened(): () => void {
      open += 1
      return () => {
        open -= 1
      }
    },
  }
}
