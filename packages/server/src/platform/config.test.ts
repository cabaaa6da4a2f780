import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigProblem, readConfig } from './config.ts'

const secret = () => randomBytes(32).toString('base64')
const production = () => ({
  MODE: 'production',
  DATABASE_URL: 'postgresql://lianxin_login:x@db/lianxin',
  PUBLIC_URL: 'https://lianxin.example',
  SESSION_SECRET: secret(),
  MASTER_KEY: secret(),
})

const sentencesFor = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigProblem) return error.sentences
    throw error
  }
}

test('with nothing set it is a demonstration on this machine with the embedded database', () => {
  expect(readConfig({})).toEqual({
    MODE: 'demo',
    PORT: 8080,
    HOST: '127.0.0.1',
    DEMO_LISTEN_ANYWHERE: false,
    PUBLIC_URL: 'http://localhost:8080',
    TRUST_PROXY: [],
    METRICS_TOKEN: undefined,
    SMS_GATEWAY_URL: undefined,
    SMS_GATEWAY_SECRET: undefined,
    DATA_DIR: resolve('data'),
    SEAL_DIR: resolve('data/seals'),
    DATABASE_URL: undefined,
    MIGRATION_DATABASE_URL: undefined,
    DB_POOL_SIZE: Math.max(4, 2 * availableParallelism()),
    SESSION_SECRET: undefined,
    MASTER_KEY: undefined,
    LOG_LEVEL: 'info',
    LOG_FILE: undefined,
  })
})

test('a database address makes it production', () => {
  const { MODE: _, ...env } = production()
  expect(readConfig(env).MODE).toBe('production')
})

test('the settings that .env.example lists are those that are read, and it is itself a valid file', () => {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8')
  const lines = example.split('\n').flatMap((line) => /^([A-Z_]+)=(.*)$/.exec(line)?.slice(1) ?? [])
  const env = Object.fromEntries(lines.flatMap((name, at) => (at % 2 === 0 ? [[name, lines[at + 1]]] : [])))
  const asked = new Set<string>()
  const get = (target: typeof env, name: string) => {
    asked.add(name)
    return target[name]
  }
  readConfig(new Proxy(env, { get }))
  expect(Object.keys(env).sort()).toEqual([...asked].sort())
  expect(Object.keys(env).sort()).toEqual(Object.keys(readConfig({})).sort())
})

test('all problems are told at once', () => {
  expect(sentencesFor({ PORT: 'eighty', LOG_LEVEL: 'loud', DB_POOL_SIZE: '0' })).toEqual([
    'PORT must be a whole number from 0 to 65535, not "eighty".',
    'DB_POOL_SIZE must be a whole number from 1 to 500, not "0".',
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
  ])
})

test.each([
  [{ MODE: 'prod' }, 'MODE must be one of demo, production, not "prod".'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
  [{ DEMO_LISTEN_ANYWHERE: 'yes' }, 'DEMO_LISTEN_ANYWHERE must be true or false, not "yes".'],
  [
    { HOST: '0.0.0.0' },
    'HOST is 0.0.0.0, but a demonstration listens to this machine only: set DEMO_LISTEN_ANYWHERE=true if others shall reach it.',
  ],
  [
    { HOST: '::' },
    'HOST is ::, but a demonstration listens to this machine only: set DEMO_LISTEN_ANYWHERE=true if others shall reach it.',
  ],
  [{ PUBLIC_URL: 'lianxin.example' }, 'PUBLIC_URL must be an address that begins with http:// or https://.'],
  [{ PUBLIC_URL: 'http://localhost/app' }, 'PUBLIC_URL must be an address without a path.'],
  [
    { MASTER_KEY: 'c2hvcnQ=' },
    'MASTER_KEY must be 32 bytes in base64, as `openssl rand -base64 32` prints them.',
  ],
  [
    { MIGRATION_DATABASE_URL: 'postgres://owner@db/x' },
    'MIGRATION_DATABASE_URL is set without DATABASE_URL.',
  ],
])('in a demonstration %j is answered with a sentence', (env, sentence) => {
  expect(sentencesFor(env)).toEqual([sentence])
})

test.each([
  [
    { DATABASE_URL: '' },
    'DATABASE_URL is missing: production needs PostgreSQL, the embedded database is for trial only.',
  ],
  [
    { PUBLIC_URL: ' ' },
    'PUBLIC_URL is missing: set it to the address that people open, such as https://lianxin.example.',
  ],
  [
    { PUBLIC_URL: 'http://lianxin.example' },
    'PUBLIC_URL must begin with https:// in production, because people sign in there.',
  ],
  [
    { SESSION_SECRET: undefined },
    'SESSION_SECRET is missing: set it to 32 random bytes in base64, as `openssl rand -base64 32` prints them.',
  ],
  [
    { MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
    'MASTER_KEY can be guessed: set it to 32 random bytes, as `openssl rand -base64 32` prints them.',
  ],
  [
    { MASTER_KEY: Buffer.from('correct horse battery staple 123').toString('base64') },
    'MASTER_KEY can be guessed: set it to 32 random bytes, as `openssl rand -base64 32` prints them.',
  ],
  [
    { MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64') },
    'MASTER_KEY can be guessed: set it to 32 random bytes, as `openssl rand -base64 32` prints them.',
  ],
  [
    { MIGRATION_DATABASE_URL: 'postgresql://lianxin_login:y@db/lianxin' },
    'DATABASE_URL and MIGRATION_DATABASE_URL must name different roles: the one that serves may own nothing.',
  ],
  [
    { TRUST_PROXY: '10.0.0.5, everybody' },
    'TRUST_PROXY must list the addresses or ranges of reverse proxies, such as 10.0.0.5,10.1.0.0/16, not "everybody".',
  ],
  [
    { TRUST_PROXY: '10.0.0.0/33' },
    'TRUST_PROXY must list the addresses or ranges of reverse proxies, such as 10.0.0.5,10.1.0.0/16, not "10.0.0.0/33".',
  ],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16 characters.'],
  [{ SMS_GATEWAY_URL: 'https://sms.example' }, 'SMS_GATEWAY_URL and SMS_GATEWAY_SECRET are needed together.'],
  [
    { SMS_GATEWAY_URL: 'http://sms.example', SMS_GATEWAY_SECRET: 'a'.repeat(16) },
    'SMS_GATEWAY_URL must begin with https://, because a message names a person.',
  ],
  [
    { DATABASE_URL: 'mysql://db/x' },
    'DATABASE_URL must be an address that begins with postgres:// or postgresql://.',
  ],
])('in production %j is answered with a sentence', (change, sentence) => {
  expect(sentencesFor({ ...production(), ...change })).toContain(sentence)
})

test('the same bytes for both secrets are refused', () => {
  const both = secret()
  expect(sentencesFor({ ...production(), SESSION_SECRET: both, MASTER_KEY: both })).toEqual([
    'SESSION_SECRET and MASTER_KEY must differ.',
  ])
})

test('no sentence repeats a secret or an address that may carry one', () => {
  const sentences = sentencesFor({
    ...production(),
    MASTER_KEY: 'hunter2',
    DATABASE_URL: 'http://u:hunter2@db/x',
  })
  expect(sentences.length).toBeGreaterThan(0)
  expect(sentences.join(' ')).not.toContain('hunter2')
})

test('a demonstration may listen anywhere when told so, and production needs no telling', () => {
  expect(readConfig({ HOST: '0.0.0.0', DEMO_LISTEN_ANYWHERE: 'true' }).HOST).toBe('0.0.0.0')
  expect(readConfig({ ...production(), HOST: '0.0.0.0' }).HOST).toBe('0.0.0.0')
})

test('proxies and a gateway for text messages can be named', () => {
  const config = readConfig({
    ...production(),
    TRUST_PROXY: '10.0.0.5, fd00::/8',
    SMS_GATEWAY_URL: 'https://sms.example/send',
    SMS_GATEWAY_SECRET: 'sixteen-characters',
  })
  expect(config.TRUST_PROXY).toEqual(['10.0.0.5', 'fd00::/8'])
  expect(config.SMS_GATEWAY_URL).toBe('https://sms.example/send')
})

test('a server behind a socket file can be named', () => {
  const address = 'postgresql://lianxin_login@/lianxin?host=/run/postgresql'
  expect(readConfig({ ...production(), DATABASE_URL: address }).DATABASE_URL).toBe(address)
})

test('no random secret of a thousand is called weak', () => {
  for (let time = 0; time < 1000; time += 1) {
    expect(sentencesFor({ MASTER_KEY: secret(), SESSION_SECRET: secret() })).toEqual([])
  }
})
