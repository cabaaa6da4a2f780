import { type Input, normaliseText, PURPOSE_NAMES, type Purpose, type Route } from '@lianxin/contract'
import { Ajv, type ErrorObject } from 'ajv'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asker, knownActor } from './asker.ts'
import { fieldProblems } from './field-problem.ts'
import type { Module } from './module.ts'
import type { World } from './ports.ts'
import { sendProblem } from './problem.ts'
import { runQuery } from './query.ts'
import { Refused } from './refused.ts'
import { runCommand } from './run-command.ts'
import { tellUnreadable } from './tell-unreadable.ts'
import { isAcceptableClientId } from './uuid.ts'

/** How the edge learns who asks and for which tenant; the account and follow modules provide it through app.ts. */
export type Identify = (
  request: FastifyRequest,
  /** The answer is the same for everybody, so that only the tenant matters. */
  alike?: boolean,
) => Promise<{ tenant: number; actor: Asker }>

/** An answer that is not JSON: a photo, a tile, a spreadsheet. */
export type MediaAnswer = {
  readonly body: Uint8Array | string
  readonly headers?: Readonly<Record<string, string>>
}

const vocabulary = ['x-personal', 'x-sensitive']
const strict = new Ajv({ allErrors: true, strict: false }).addVocabulary(vocabulary)
const lenient = new Ajv({
  allErrors: true,
  strict: false,
  coerceTypes: true,
  useDefaults: true,
}).addVocabulary(vocabulary)

/** Registers every module's routes from their descriptors. Nothing else of ours answers under /api. */
export function openEdge(
  app: FastifyInstance,
  world: World,
  modules: readonly Module[],
  identify: Identify,
): void {
  // A body says what it means (no coercion); query strings are text by nature.
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? strict : lenient).compile(schema as object),
  )
  app.addHook('preValidation', async (request) => {
    if (typeof request.body === 'object' && request.body !== null && !Buffer.isBuffer(request.body)) {
      request.body = clean(request.body)
    }
    // A NUL that a database would not take is as easily sent in a query string.
    request.query = clean(request.query)
  })
  app.setErrorHandler((error, request, reply) => answerFault(world, error, request, reply))

  app.addHook('onSend', tellUnreadable)

  for (const module of modules) {
    for (const definition of module.commands ?? []) {
      register(app, definition.route, async (request) => {
        const who = await identify(request)
        const id = commandId(request, world.clock.now())
        return runCommand(world, definition, { ...who, id, input: inputOf(request) })
      })
    }
    for (const definition of module.queries ?? []) {
      register(app, definition.route, async (request, reply) => {
        const who = await identify(request, definition.alike)
        const answer: unknown = await runQuery(world, definition, {
          ...who,
          purpose: purposeOf(request),
          input: inputOf(request),
        })
        return definition.route.media
          ? sendMedia(request, reply, definition.route, answer as MediaAnswer)
          : answer
      })
    }
    for (const stream of module.streams ?? []) {
      register(app, stream.route, async (request, reply) => {
        const isIn = stream.enter?.(reply)
        // Not around the handler: its answer ends when the stream does.
        const { tenant, actor } = await identify(request).finally(isIn)
        return stream.handle({
          ...{ world, tenant, actor: await knownActor(world, tenant, actor) },
          ...{ request, reply },
        })
      })
    }
  }
}

function register(
  app: FastifyInstance,
  route: Route,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      ...(route.media ? {} : { response: { 200: route.response } }),
    },
    config: limitOf(route),
    ...(route.mostBytes ? { bodyLimit: route.mostBytes } : {}),
    handler,
  })
}

/** Read by the rate limiter, whose plug-in app.ts registers. */
const limitOf = ({ ratePerMinute }: Route): Record<string, unknown> =>
  ratePerMinute ? { rateLimit: { max: ratePerMinute, timeWindow: 60_000 } } : {}

const inputOf = (request: FastifyRequest): Input<Route> =>
  ({ params: request.params, query: request.query, body: request.body }) as unknown as Input<Route>

function commandId(request: FastifyRequest, now: number): string {
  const id = request.headers['idempotency-key']
  if (typeof id !== 'string') throw new Refused({ refusal: 'input.key-missing' })
  if (!isAcceptableClientId(id.toLowerCase(), now)) {
    throw new Refused({
      refusal: /^[0-9a-f-]{36}$/i.test(id) && id[14] === '7' ? 'input.key-future' : 'input.key-missing',
    })
  }
  return id.toLowerCase()
}

function purposeOf(request: FastifyRequest): Purpose | null {
  const stated = request.headers['x-purpose']
  return PURPOSE_NAMES.find((name) => name === stated) ?? null
}

function sendMedia(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  { body, headers = {} }: MediaAnswer,
): FastifyReply {
  const { etag } = headers
  if (etag !== undefined && request.headers['if-none-match'] === etag)
    return reply.code(304).headers(headers).send()
  return reply
    .headers({ 'content-type': route.media ?? 'application/octet-stream', ...headers })
    .send(typeof body === 'string' || Buffer.isBuffer(body) ? body : Buffer.from(body))
}

/** Text in one form from here on: NFC, no control characters, no blank ends. Hostile strings stay what they are: text. */
function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return normaliseText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) throw new Refused({ refusal: 'input.invalid' })
  if (Array.isArray(value)) return value.map((inner) => clean(inner, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, depth + 1)]))
}

/** No input of ours is nested deeper; a hundred thousand brackets would exhaust the stack. */
const DEEPEST = 16

function answerFault(
  world: World,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Refused) return sendProblem(request, reply, error.refusal)
  const fault = error as {
    validation?: ErrorObject[]
    statusCode?: number
    code?: string
    name?: string
    stack?: string
  }
  if (fault.validation)
    return sendProblem(request, reply, { refusal: 'input.invalid', fields: fieldProblems(fault.validation) })
  if (fault.statusCode === 413) return sendProblem(request, reply, { refusal: 'input.too-large' })
  if (fault.statusCode === 429) return sendProblem(request, reply, { refusal: 'rate.limited' })
  if (fault.statusCode !== undefined && fault.statusCode < 500)
    return sendProblem(request, reply, { refusal: 'input.invalid' })
  // Only name, code and place of the fault: a message may quote what a person typed.
  world.log.error(
    {
      requestId: request.id,
      route: request.routeOptions.url,
      fault: fault.name,
      errorCode: fault.code,
      stack: placesOf(fault.stack),
    },
    'a request failed',
  )
  return sendProblem(request, reply, { refusal: 'server.fault' })
}

const placesOf = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
