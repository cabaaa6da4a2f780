import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { caseRoutes, type Route } from '@lianxin/contract'
import fastify from 'fastify'
import pg from 'pg'
import { uuidV7 } from '../../packages/server/src/kernel/uuid.ts'
import { type PlannedRequest, STEPS, type Step } from './plan.ts'

/**
 * The control: Fastify and pg and nothing else. It sends the statements that the application sent for the same
 * operation, in the same transactions with the same prologue, and answers with an answer of the same shape. Each
 * step adds what a bare server would not do.
 */
const plans = JSON.parse(readFileSync(process.env['PLANS'] ?? '', 'utf8')) as Record<string, PlannedRequest[]>
const size = Number(process.env['POOL'])
const pool = (setup: string) => {
  const made = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: size })
  made.on('connect', (client) => void client.query(setup))
  return made
}
const app = pool("set time zone 'UTC'; set plan_cache_mode = force_generic_plan")
const auth = pool("set time zone 'UTC'; set role lianxin_auth; set search_path = auth")

const drawn = () => String(Math.floor(Math.random() * 9e8) + 1e8)
const freshFor = (id: string) =>
  id.length === 36 ? uuidV7(Date.now()) : `${id.slice(0, 10)}${drawn()}-${id.at(-1)}`

const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 24)
const prepares = process.env['PREPARED'] === 'true'

async function run(plan: PlannedRequest, steps: ReadonlySet<Step>): Promise<void> {
  const fresh = plan.made.map((id) => [id, freshFor(id)] as const)
  const renew = (value: string | null) =>
    value === null
      ? null
      : fresh.reduce((text, [id, made]) => (text.includes(id) ? text.replaceAll(id, made) : text), value)
  for (const statements of plan.transactions) {
    const [first] = statements
    if (!first) continue
    const wanted = statements.filter(({ step, text }) => steps.has(step) && !/^\s*(begin|commit)/i.test(text))
    if (wanted.length === 0) continue
    const client = await (first.step === 'session' ? auth : app).connect()
    try {
      for (const { text, values, step } of statements)
        if (steps.has(step))
          await (values.length === 0
            ? client.query(text)
            : client.query({ ...(prepares ? { name: nameOf(text) } : {}), text, values: values.map(renew) }))
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
}

const ROUTES: Readonly<Record<string, Route>> = {
  create: caseRoutes.report,
  transition: caseRoutes.move,
  inbox: caseRoutes.list,
  list: caseRoutes.list,
  case: caseRoutes.view,
}

const http = fastify({ ajv: { customOptions: { strict: false, keywords: ['x-personal', 'x-sensitive'] } } })
http.get('/ready', async () => ({ ok: true }))
for (const [name, planned] of Object.entries(plans)) {
  const answers = planned.map(({ media, body }) => {
    const bytes = Buffer.from(body, 'base64')
    return media ? bytes : (JSON.parse(bytes.toString()) as object)
  })
  for (const [level, step] of STEPS.entries()) {
    const steps = new Set(STEPS.slice(0, level + 1))
    const route = step === 'schemas' ? ROUTES[name] : undefined
    http.route({
      method: planned[0]?.request ? 'POST' : 'GET',
      url: `/${name}/${step}`,
      schema: route ? { ...(route.body ? { body: route.body } : {}), response: { 200: route.response } } : {},
      async handler(_request, reply) {
        const index = Math.floor(Math.random() * planned.length)
        const plan = planned[index]
        if (plan) await run(plan, steps)
        const answer = answers[index]
        return reply.send(answer)
      },
    })
  }
}
await http.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
