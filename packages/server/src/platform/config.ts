import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { settingsReader } from './settings-reader.ts'
import { isWeakSecret } from './weak-secret.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The settings of one running server, each named as in the environment. */
export interface Config {
  /** `demo`: made-up data, keys and accounts made at first start, this machine only. */
  readonly MODE: 'demo' | 'production'
  readonly PORT: number
  readonly HOST: string
  /** Lets a demonstration listen beyond this machine. Its accounts are printed on a screen: think twice. */
  readonly DEMO_LISTEN_ANYWHERE: boolean
  /** What people type into the browser, without a slash at the end. */
  readonly PUBLIC_URL: string
  /** Reverse proxies whose word on the visitor's address is taken: addresses or ranges. Empty = nobody's. */
  readonly TRUST_PROXY: readonly string[]
  /** What a reader of `/metrics` must show as a bearer token. Absent = no token is asked for. */
  readonly METRICS_TOKEN: string | undefined
  /** Where text messages are handed over, with the secret that signs them. Absent = none leave the house. */
  readonly SMS_GATEWAY_URL: string | undefined
  readonly SMS_GATEWAY_SECRET: string | undefined
  /** Absolute. Holds the embedded database, files and, in demo mode, the keys. */
  readonly DATA_DIR: string
  /** Absolute. Where the seals of the read ledger are exported: best on another machine. */
  readonly SEAL_DIR: string
  /** The powerless login role. Absent = the embedded database. */
  readonly DATABASE_URL: string | undefined
  /** The owner of the tables: needed to migrate and to back up, not to serve. */
  readonly MIGRATION_DATABASE_URL: string | undefined
  readonly DB_POOL_SIZE: number
  /** 32 random bytes. Absent in demo mode: then `openKeys` makes them at first start. */
  readonly SESSION_SECRET: Uint8Array | undefined
  readonly MASTER_KEY: Uint8Array | undefined
  readonly LOG_LEVEL: (typeof LOG_LEVELS)[number]
  /** Absent = standard output. */
  readonly LOG_FILE: string | undefined
}

/** All that is wrong with the settings, one sentence each. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem'
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

type Reader = ReturnType<typeof settingsReader>

const readSecret = (read: Reader, name: string, mode: Config['MODE']): Uint8Array | undefined => {
  const bytes = read.bytes(name, 32)
  if (bytes === undefined) {
    if (mode === 'production') {
      read.problem(
        `${name} is missing: set it to 32 random bytes in base64, as \`openssl rand -base64 32\` prints them.`,
      )
    }
  } else if (isWeakSecret(bytes)) {
    read.problem(
      `${name} can be guessed: set it to 32 random bytes, as \`openssl rand -base64 32\` prints them.`,
    )
  }
  return bytes
}

const readPublicUrl = (read: Reader, mode: Config['MODE'], port: number): string => {
  const url = read.url('PUBLIC_URL', ['http:', 'https:'])
  if (url === undefined) {
    if (mode === 'production')
      read.problem(
        'PUBLIC_URL is missing: set it to the address that people open, such as https://lianxin.example.',
      )
    return `http://localhost:${port}`
  }
  if (url.pathname !== '/' || url.search !== '') read.problem('PUBLIC_URL must be an address without a path.')
  if (mode === 'production' && url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    read.problem('PUBLIC_URL must begin with https:// in production, because people sign in there.')
  }
  return url.origin
}

const RANGE = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/

const readProxies = (read: Reader): readonly string[] => {
  const proxies = (read.text('TRUST_PROXY') ?? '').split(',').flatMap((one) => one.trim() || [])
  const wrong = proxies.find((one) => {
    const [, address = '', bits] = RANGE.exec(one) ?? []
    const version = isIP(address)
    return version === 0 || (bits !== undefined && Number(bits) > (version === 4 ? 32 : 128))
  })
  if (wrong !== undefined)
    read.problem(
      `TRUST_PROXY must list the addresses or ranges of reverse proxies, such as 10.0.0.5,10.1.0.0/16, not "${wrong}".`,
    )
  return proxies
}

const readToken = (read: Reader, name: string): string | undefined => {
  const token = read.text(name)
  if (token !== undefined && token.length < 16) read.problem(`${name} must have at least 16 characters.`)
  return token
}

const readSmsGateway = (read: Reader): Pick<Config, 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_SECRET'> => {
  const url = read.url('SMS_GATEWAY_URL', ['http:', 'https:'])
  const secret = readToken(read, 'SMS_GATEWAY_SECRET')
  if ((url === undefined) !== (secret === undefined))
    read.problem('SMS_GATEWAY_URL and SMS_GATEWAY_SECRET are needed together.')
  if (url !== undefined && url.protocol !== 'https:' && !isLoopback(url.hostname))
    read.problem('SMS_GATEWAY_URL must begin with https://, because a message names a person.')
  if (url?.username || url?.password) read.problem('SMS_GATEWAY_URL may not hold a password.')
  return { SMS_GATEWAY_URL: url?.href, SMS_GATEWAY_SECRET: secret }
}

const readDatabase = (read: Reader, mode: Config['MODE']) => {
  const login = read.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const owner = read.url('MIGRATION_DATABASE_URL', ['postgres:', 'postgresql:'])
  if (mode === 'production' && login === undefined) {
    read.problem(
      'DATABASE_URL is missing: production needs PostgreSQL, the embedded database is for trial only.',
    )
  }
  if (owner !== undefined && login === undefined) {
    read.problem('MIGRATION_DATABASE_URL is set without DATABASE_URL.')
  }
  if (owner !== undefined && login !== undefined && owner.username === login.username) {
    read.problem(
      'DATABASE_URL and MIGRATION_DATABASE_URL must name different roles: the one that serves may own nothing.',
    )
  }
  return {
    DATABASE_URL: read.text('DATABASE_URL'),
    MIGRATION_DATABASE_URL: read.text('MIGRATION_DATABASE_URL'),
  }
}

/** The settings that say where an installation's data is; commands that do not serve need no others. */
export type DataConfig = Pick<
  Config,
  'DATA_DIR' | 'DATABASE_URL' | 'MIGRATION_DATABASE_URL' | 'DB_POOL_SIZE' | 'LOG_LEVEL' | 'LOG_FILE'
>

/**
 * Two connections for each processor. More answer less and let people wait more unequally, because all of them take turns:
 * with twenty on two processors sixteen people at once got a third fewer answers than with six, and with six the slowest
 * twentieth of lists waited a fifth longer than with four. With three fewer reports were taken.
 */
export const usualPoolSize = (): number => Math.max(4, 2 * availableParallelism())

const readData = (read: Reader, mode: Config['MODE']): DataConfig => ({
  DATA_DIR: resolve(read.text('DATA_DIR') ?? './data'),
  ...readDatabase(read, mode),
  DB_POOL_SIZE: read.wholeNumber('DB_POOL_SIZE', 1, 500) ?? usualPoolSize(),
  LOG_LEVEL: read.word('LOG_LEVEL', LOG_LEVELS) ?? 'info',
  LOG_FILE: read.text('LOG_FILE'),
})

const withoutProblems = <T>(read: Reader, config: T): T => {
  const problems = read.problems()
  if (problems.length > 0) throw new ConfigProblem(problems)
  return config
}

/** Reads and checks the settings of the data alone, for commands such as a backup. Throws like {@link readConfig}. */
export const readDataConfig = (env: NodeJS.ProcessEnv = process.env): DataConfig => {
  const read = settingsReader(env)
  return withoutProblems(read, readData(read, 'demo'))
}

/**
 * Reads and checks every setting. Throws a {@link ConfigProblem} with a sentence for each one that is wrong,
 * all at once. An empty value counts as not set. Creates nothing and opens nothing.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const read = settingsReader(env)
  const MODE =
    read.word('MODE', ['demo', 'production']) ?? (read.text('DATABASE_URL') ? 'production' : 'demo')
  const PORT = read.wholeNumber('PORT', 0, 65_535) ?? 8080
  const HOST = read.text('HOST') ?? '127.0.0.1'
  const DEMO_LISTEN_ANYWHERE = read.flag('DEMO_LISTEN_ANYWHERE') ?? false
  if (MODE === 'demo' && !isLoopback(HOST) && !DEMO_LISTEN_ANYWHERE) {
    read.problem(
      `HOST is ${HOST}, but a demonstration listens to this machine only: set DEMO_LISTEN_ANYWHERE=true if others shall reach it.`,
    )
  }
  const SESSION_SECRET = readSecret(read, 'SESSION_SECRET', MODE)
  const MASTER_KEY = readSecret(read, 'MASTER_KEY', MODE)
  if (
    SESSION_SECRET !== undefined &&
    MASTER_KEY !== undefined &&
    Buffer.compare(SESSION_SECRET, MASTER_KEY) === 0
  ) {
    read.problem('SESSION_SECRET and MASTER_KEY must differ.')
  }
  const data = readData(read, MODE)
  return withoutProblems<Config>(read, {
    MODE,
    PORT,
    HOST,
    DEMO_LISTEN_ANYWHERE,
    PUBLIC_URL: readPublicUrl(read, MODE, PORT),
    TRUST_PROXY: readProxies(read),
    METRICS_TOKEN: readToken(read, 'METRICS_TOKEN'),
    ...readSmsGateway(read),
    ...data,
    SEAL_DIR: resolve(read.text('SEAL_DIR') ?? join(data.DATA_DIR, 'seals')),
    SESSION_SECRET,
    MASTER_KEY,
  })
}
