import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookiePlugin from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { isRefusal, MOST_BODY_BYTES, type Refusal } from '@lianxin/contract'
import fastify, { type FastifyInstance } from 'fastify'
import { holidayYears } from './holiday-years.ts'
import { identifier } from './identify.ts'
import { openEdge } from './kernel/edge.ts'
import type { Module } from './kernel/module.ts'
import type { World } from './kernel/ports.ts'
import { sendProblem } from './kernel/problem.ts'
import { type Pulse, startPulse } from './kernel/pulse.ts'
import { uuidV7 } from './kernel/uuid.ts'
import { account, createSignIn, type SignIn } from './modules/account/index.ts'
import {
  cases,
  countOpenMatters,
  loadCalendar,
  openMattersByItem,
  pastMatters,
} from './modules/case/index.ts'
import { catalogue, itemCodes } from './modules/catalogue/index.ts'
import { deliberation } from './modules/deliberation/index.ts'
import { demonstration } from './modules/demonstration/index.ts'
import { echo } from './modules/echo/index.ts'
import { figureHolding, figures } from './modules/figures/index.ts'
import { file } from './modules/file/index.ts'
import { follow } from './modules/follow/index.ts'
import { gate } from './modules/gate/index.ts'
import { ledger } from './modules/ledger/index.ts'
import { live } from './modules/live/index.ts'
import { message } from './modules/message/index.ts'
import { org, postHolding } from './modules/org/index.ts'
import { place, placeHolding } from './modules/place/index.ts'
import { rating } from './modules/rating/index.ts'
import { routing } from './modules/routing/index.ts'
import { setting } from './modules/setting/index.ts'
import { whistle } from './modules/whistle/index.ts'
import { operations } from './operations.ts'
import { paceOf, paceRouteLimits } from './paced-limits.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Keyring } from './platform/crypto/keyring.ts'
import { hashPassword, verifyPassword } from './platform/crypto/password.ts'
import { readToken, signToken } from './platform/crypto/tokens.ts'
import type { Database } from './platform/database/database.ts'
import { inTransaction } from './platform/database/transaction.ts'
import type { FileVault } from './platform/files/file-vault.ts'
import { type TakenImage, takeImage } from './platform/files/image-intake.ts'
import { pixelate } from './platform/files/pixelate.ts'
import type { Logger } from './platform/log.ts'
import { demoConnector } from './platform/messages/demo-connector.ts'
import { httpConnector } from './platform/messages/http-connector.ts'
import type { MessageConnector } from './platform/messages/message-connector.ts'
import { createMetrics } from './platform/metrics.ts'
import { isPlayedClock } from './platform/played-clock.ts'
import { sealExport } from './platform/seal-export.ts'
import { tenantDirectory } from './platform/tenants.ts'
import { refuseForeignOrigins } from './refuse-foreign-origins.ts'
import { serveWeb } from './serve-web.ts'
import { tellPlayedTime } from './tell-played-time.ts'

/** Rooms in the order in which they may know each other: a module uses the queries of those before it. */
export const MODULES = [
  'org',
  'place',
  'setting',
  'catalogue',
  'routing',
  'gate',
  'file',
  'case',
  'follow',
  'echo',
  'deliberation',
  'message',
  'ledger',
  'account',
  'rating',
  'figures',
  'whistle',
  'demonstration',
  'live',
] as const

export type Ground = {
  readonly config: Config
  readonly log: Logger
  readonly database: Database
  readonly keyring: Keyring
  readonly vault: FileVault
  readonly sessionSecret: Uint8Array
  /** The district's time. A {@link PlayedClock} in a demonstration: its speed can be set. */
  readonly clock: Clock
  /** The machine's own time; absent: the same clock. */
  readonly wall?: Clock
  /** Until then the heartbeat waits: the demonstration is still being filled. */
  readonly filled?: Promise<unknown>
  /** The built web app; absent in tests that only speak HTTP. */
  readonly webRoot?: string
}

export type App = {
  readonly http: FastifyInstance
  readonly world: World
  readonly signIn: SignIn
  readonly pulse: Pulse
  readonly vault: FileVault
  close(): Promise<void>
}

const VERSION = '0.1.0'

/** Puts the house together. Everything that a module needs of the platform is handed to it here and nowhere else. */
export async function createApp(ground: Ground): Promise<App> {
  const { config, log, database, keyring, vault, clock } = ground
  const wall = ground.wall ?? clock
  const played = isPlayedClock(clock) ? clock : undefined
  const world: World = {
    clock,
    wall,
    log,
    database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
    keysOf: (tenant) => keyring.forTenant(tenant),
    committed: (tenant) => pulse.wake(tenant),
  }
  const secret = Buffer.from(ground.sessionSecret).toString('base64')
  const signIn = createSignIn({
    database: database.auth,
    secret,
    publicUrl: config.PUBLIC_URL,
    clock: wall,
    hashPassword,
    verifyPassword,
  })
  const tenants = tenantDirectory(database, () => wall.now())
  const followKey = createHmac('sha256', ground.sessionSecret).update('follow').digest()
  const tokens = {
    sign: (claims: Parameters<typeof signToken>[1]) => signToken(followKey, claims),
    read: (token: string, purpose: string, now: number) => readToken(followKey, token, purpose, now),
  }

  const modules: Module[] = [
    org,
    place({ mode: config.MODE, version: VERSION }),
    setting(countOpenMatters, itemCodes),
    catalogue(openMattersByItem),
    routing(pastMatters, { generatedWords: config.MODE === 'demo' }),
    gate(loadCalendar, [placeHolding, postHolding, figureHolding]),
    file(vault, async (bytes) => withDigest(await takeImage(bytes))),
    cases(vault, holidayYears()),
    follow({ tokens, secureCookies: config.PUBLIC_URL.startsWith('https:') }),
    echo(vault, async (bytes, masks) => withDigest(await pixelate(bytes, masks))),
    deliberation,
    message({ connectors: smsConnectors(config, clock), demo: config.MODE === 'demo' }),
    ledger({ exportSeal: sealExport(config.SEAL_DIR) }),
    account(signIn),
    figures(),
    rating(),
    whistle,
    ...(config.MODE === 'demo' && played ? [demonstration(played)] : []),
  ]
  const identify = identifier({ world, tenants, signIn, tokens })
  const pulse = startPulse(world, modules, {
    tenants: async () => (await tenants()).map((tenant) => tenant.id),
    alone: database.driver === 'pglite',
    ...(ground.filled ? { filled: ground.filled } : {}),
  })
  modules.push(live(pulse, identify))

  const http = fastify({
    bodyLimit: MOST_BODY_BYTES,
    genReqId: () => uuidV7(clock.now()),
    trustProxy: config.TRUST_PROXY.length > 0 ? [...config.TRUST_PROXY] : false,
    forceCloseConnections: true,
    // What Fastify refuses before any route, e.g. a path that is no text, is told in our words too.
    frameworkErrors: (_error, request, reply) => sendProblem(request, reply, { refusal: 'input.invalid' }),
    logger: false,
  })
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    crossOriginEmbedderPolicy: false,
    hsts: config.PUBLIC_URL.startsWith('https:'),
  })
  await http.register(cookiePlugin)
  await http.register(multipart)
  // Before the limit, which counts what comes after it: an office opens the desk behind one address, eighty files a person.
  if (ground.webRoot && existsSync(join(ground.webRoot, 'index.html'))) await serveWeb(http, ground.webRoot)
  else http.setNotFoundHandler((request, reply) => sendProblem(request, reply, { refusal: 'not-found' }))
  if (played) tellPlayedTime(http, played)
  const pace = paceOf(played, () => wall.now())
  paceRouteLimits(http, pace)
  await http.register(rateLimit, {
    global: true,
    max: (request) => 1_200 * pace(request),
    timeWindow: 60_000,
  })
  refuseForeignOrigins(http)
  const metrics = createMetrics()
  operations(http, {
    ...{ database, metrics, metricsToken: config.METRICS_TOKEN, log, clock, modules },
    unreadable: keyring.unreadable,
  })
  openEdge(http, world, modules, identify)
  return {
    http,
    world,
    signIn,
    pulse,
    vault,
    async close() {
      await pulse.stop()
      await http.close()
      await metrics.close()
    },
  }
}

/** A named gateway, or in a demonstration one that sends nothing. Without either, messages wait and the log says so. */
const smsConnectors = (config: Config, clock: Clock): readonly MessageConnector[] => {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret, MODE } = config
  if (url && secret) return [httpConnector({ channel: 'sms', url, secret, clock })]
  return MODE === 'demo' ? [demoConnector('sms')] : []
}

/** The digest as the modules keep it. */
const withDigest = (photo: TakenImage | Refusal) =>
  isRefusal(photo) ? photo : { ...photo, sha256: Buffer.from(photo.sha256, 'hex') }

/** Everything comes from us: no script, style, font or picture of anybody else. Blob workers are the map's. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}
