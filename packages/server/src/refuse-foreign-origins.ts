import type { FastifyInstance } from 'fastify'
import { sendProblem } from './kernel/problem.ts'

/** A page of somebody else may not act with our cookies: what changes something must come from our own origin. */
export function refuseForeignOrigins(http: FastifyInstance): void {
  http.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers
    if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return
    if (!URL.canParse(origin) || new URL(origin).host !== host)
      await sendProblem(request, reply, { refusal: 'auth.denied' })
  })
}
