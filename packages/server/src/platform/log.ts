import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger } from 'pino'

/** Fields that never reach a log, wherever in the first two levels of a line they stand. */
const NEVER_LOGGED = [
  ...[
    'password',
    'passwordHash',
    'token',
    'secret',
    'code',
    'followCode',
    'authorization',
    'cookie',
    'set-cookie',
  ],
  ...['name', 'phone', 'email', 'idNumber', 'address', 'words', 'text', 'body', 'point', 'parameters'],
]

/** PostgreSQL's classes of errors that quote people's values in their message: 22 data, 23 constraints. */
const quotesValues = (error: object): boolean =>
  'severity' in error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)

const onlyIfText = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : undefined
}

/**
 * An error as the log shows it: kind, code, message and stack, but of a database error nothing that could be a
 * person's value (its `detail`, `where` and often its message quote the row).
 */
export const loggedError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error }
  const silent = quotesValues(error)
  const stack = error.stack ?? ''
  const message = silent ? 'the database refused a value' : error.message
  return {
    type: error.name,
    message,
    errorCode: onlyIfText(error, 'code'), // `code` alone may be a follow code or a one-time code, and is removed
    table: onlyIfText(error, 'table'),
    column: onlyIfText(error, 'column'),
    constraint: onlyIfText(error, 'constraint'),
    stack: stack.replace(error.message, message),
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  }
}

/** The server's log: one JSON object per line, to standard output or LOG_FILE, without personal data. */
export const createLog = (
  config: Pick<Config, 'LOG_LEVEL' | 'LOG_FILE'>,
  to: DestinationStream = config.LOG_FILE === undefined
    ? destination({ dest: 1, sync: false })
    : destination({ dest: config.LOG_FILE, mkdir: true, sync: false }),
): Logger =>
  pino(
    {
      level: config.LOG_LEVEL,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError, error: loggedError },
      redact: {
        paths: NEVER_LOGGED.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
        censor: '[removed]',
      },
    },
    to,
  )
