import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { DB } from '../../generated/db.ts'
import { type Database, type Identity, LOGIN_ROLE, PLANNED_ONCE, SESSION_SETUP } from './database.ts'
import { type PgliteProcess, startPglite } from './pglite-process.ts'
import type { PgliteStart } from './pglite-worker.ts'
import { nameOf } from './preparing-pool.ts'
import { turnstile } from './turnstile.ts'
import { TYPES_OF } from './type-parsers.ts'

/**
 * Makes the one session as powerless as the wanted identity is on a server. The resets give up whatever the
 * last holder left behind. (The session itself began as superuser, so this holds against mistakes, not against
 * somebody who can send SQL of their own: one reason why the embedded database is for trial only.)
 */
const becoming = (identity: Identity): string =>
  [
    // Not RESET SESSION AUTHORIZATION: the embedded database has no original value to go back to.
    'reset role; set session authorization postgres; reset all',
    ...(identity === 'owner' ? [] : [`set session authorization ${LOGIN_ROLE}`]),
    SESSION_SETUP[identity],
    ...(identity === 'app' ? [PLANNED_ONCE] : []),
  ].join('; ')

const DEFAULT_CACHE = fileURLToPath(new URL('../../../../../.cache', import.meta.url))

/** An embedded database, and its image for starting others from. */
export interface PgliteDatabase extends Database {
  readonly dump: () => Promise<Uint8Array>
}

/** Opens the embedded database: one session, which the three credentials take in turn, first come first served. */
export const openPglite = async (options: Partial<PgliteStart> = {}): Promise<PgliteDatabase> => {
  const process: PgliteProcess = await startPglite({ cache: DEFAULT_CACHE, ...options })
  const session = new pg.Client({
    stream: process.socket as () => never,
    user: 'postgres',
    database: 'postgres',
  })
  // Whoever waits for an answer is told by its own rejection; without a listener Node would end here.
  session.on('error', () => {})
  await session.connect()

  const turn = turnstile()
  let holder: Identity | undefined

  const door = (identity: Identity): PostgresPool => ({
    options: {},
    connect: async () => {
      const leave = await turn.enter()
      try {
        // Nobody leaves a transaction open, but the next one in must not pay for it if somebody did.
        if (session.getTransactionStatus() !== 'I') await session.query('rollback')
        if (holder !== identity) {
          holder = undefined
          await session.query(becoming(identity))
          holder = identity
        }
      } catch (error) {
        leave()
        throw error
      }
      // Statements that are asked for together are sent one by one.
      let last: Promise<unknown> = Promise.resolve()
      // A fresh object each time: the driver above remembers per object whether it went bad.
      return {
        processID: 1,
        query(text: string, values: unknown[]) {
          // The application's statements are planned once, as on a server: planning takes longer than most of them.
          const name = identity === 'app' && values.length > 0 ? nameOf(text) : undefined
          const answer = last.then(() =>
            session.query({ text, values, types: TYPES_OF[identity], ...(name ? { name } : {}) }),
          )
          last = answer.catch(() => {})
          return answer
        },
        release: (bad?: boolean) => {
          if (bad === true) holder = undefined
          leave()
        },
      } as unknown as PostgresPoolClient
    },
    end: async () => {},
  })
  const through = <T>(identity: Identity) =>
    new Kysely<T>({ dialect: new PostgresDialect({ pool: door(identity) }) })

  return {
    driver: 'pglite',
    app: through<DB>('app'),
    auth: through<unknown>('auth'),
    owner: through<DB>('owner'),
    hasOwner: true,
    dump: process.dump,
    close: async () => {
      await turn.enter()
      await process.close()
    },
  }
}
