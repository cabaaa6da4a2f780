import { createHash, timingSafeEqual } from 'node:crypto'
import { ROUTES } from '@lianxin/contract'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { apiDocsPage } from './kernel/api-docs.ts'
import type { Module } from './kernel/module.ts'
import { openApiDocument } from './kernel/openapi.ts'
import { sendProblem } from './kernel/problem.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import type { Logger } from './platform/log.ts'
import { METRICS_CONTENT_TYPE, type Metrics } from './platform/metrics.ts'

type Parts = {
  readonly database: Database
  readonly metrics: Metrics
  /** Absent = anybody who reaches the port may read the numbers: they hold nothing about a person. */
  readonly metricsToken: string | undefined
  readonly log: Logger
  readonly clock: Clock
  readonly modules: readonly Module[]
  /** Texts that could not be opened since the start. */
  readonly unreadable: () => number
}

/** Compares digests, so that the time it takes tells nothing of the token. */
const isBearer = (header: string | undefined, token: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}

/** What an operator and a foreign client ask for: health, readiness, numbers, and the description of the API. */
export function operations(http: FastifyInstance, parts: Parts): void {
  const { database, metrics, metricsToken, log, clock, modules, unreadable } = parts
  metrics.gauge('unreadable_texts', 'Sealed texts that could not be opened since the start', unreadable)
  const seconds = metrics.histogram(
    'http_request_seconds',
    'Time to answer, by route pattern, method and status',
  )
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.record(reply.elapsedTime / 1000, { route, method: request.method, status: reply.statusCode })
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  http.get('/healthz', async () => ({ ok: true }))
  http.get('/readyz', async (_request, reply) => {
    try {
      await database.app.transaction().execute(async (trx) => {
        await sql`set local role lianxin_app`.execute(trx)
        await sql`select 1 from tenant limit 1`.execute(trx)
      })
      return { ready: true, at: clock.now(), unreadableTexts: unreadable() }
    } catch {
      return reply.code(503).send({ ready: false, at: clock.now() })
    }
  })
  http.get('/metrics', async (request, reply) => {
    if (metricsToken !== undefined && !isBearer(request.headers.authorization, metricsToken))
      return sendProblem(request, reply, { refusal: 'auth.required' })
    return reply.type(METRICS_CONTENT_TYPE).send(await metrics.render())
  })
  const served = new Set(
    modules.flatMap(({ commands = [], queries = [], streams = [] }) =>
      [...commands, ...queries, ...streams].map(({ route }) => route.id),
    ),
  )
  const routes = ROUTES.filter((route) => served.has(route.id))
  http.get('/api/openapi.json', async () => openApiDocument(routes))
  http.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiDocsPage(routes)),
  )
}
