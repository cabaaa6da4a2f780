import { ROUTES } from '@lianxin/contract'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { apiDocsPage } from './kernel/api-docs.ts'
import type { Module } from './kernel/module.ts'
import { openApiDocument } from './kernel/openapi.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import type { Logger } from './platform/log.ts'
import { METRICS_CONTENT_TYPE, type Metrics } from './platform/metrics.ts'

type Parts = {
  readonly database: Database
  readonly metrics: Metrics
  readonly log: Logger
  readonly clock: Clock
  readonly modules: readonly Module[]
}

/** What an operator and a foreign client ask for: health, readiness, numbers, and the description of the API. */
export function operations(http: FastifyInstance, { database, metrics, log, clock, modules }: Parts): void {
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
      return { ready: true, at: clock.now() }
    } catch {
      return reply.code(503).send({ ready: false, at: clock.now() })
    }
  })
  http.get('/metrics', async (_request, reply) =>
    reply.type(METRICS_CONTENT_TYPE).send(await metrics.render()),
  )
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
