import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '../../generated/db.ts'
import { type Database, type Identity, PLANNED_ONCE, SESSION_SETUP } from './database.ts'
import { preparing } from './preparing-pool.ts'
import { TYPES_OF } from './type-parsers.ts'

/** A statement, or an open transaction that says nothing, is ended by the server after this long. */
const STATEMENT_TIMEOUT = '30s'
const IDLE_IN_TRANSACTION_TIMEOUT = '60s'

/** A connection keeps its plans: planning a list anew after every quiet minute would cost ten times what reading it does. */
const REST_MS = 10 * 60_000

/** Set by statements and not at connecting, because connection poolers refuse start-up settings. */
const setUp = (identity: Identity) => async (connection: DatabaseConnection) => {
  const limits =
    identity === 'owner' // a migration, a backup and VACUUM may take as long as they need
      ? ''
      : `; set statement_timeout = '${STATEMENT_TIMEOUT}'; set idle_in_transaction_session_timeout = '${IDLE_IN_TRANSACTION_TIMEOUT}'`
  const plans = identity === 'app' ? `; ${PLANNED_ONCE}` : ''
  await connection.executeQuery(CompiledQuery.raw(SESSION_SETUP[identity] + limits + plans))
}

/** Where the server is. `ownerUrl` is absent on machines that never migrate. */
export interface PostgresAddress {
  readonly loginUrl: string
  readonly ownerUrl: string | undefined
  readonly poolSize: number
  /** Told when a resting connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost: (error: Error) => void
}

/** Opens three pools on a PostgreSQL server. Connections are made when they are first needed. */
export const openPostgres = (address: PostgresAddress): Database => {
  const pools: pg.Pool[] = []
  const through = <T>(identity: Identity, connectionString: string, max: number): Kysely<T> => {
    const pool = new pg.Pool({
      connectionString,
      max,
      types: TYPES_OF[identity],
      // The application's statements need not wait for each other's answers; the library's expect nothing of the kind.
      pipeline: identity === 'app',
      application_name: `lianxin ${identity}`,
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: REST_MS,
    })
    pool.on('error', address.onConnectionLost)
    pools.push(pool)
    return new Kysely<T>({
      dialect: new PostgresDialect({
        pool: preparing(pool, TYPES_OF[identity]),
        onCreateConnection: setUp(identity),
      }),
    })
  }
  return {
    driver: 'postgres',
    app: through<DB>('app', address.loginUrl, address.poolSize),
    auth: through<unknown>('auth', address.loginUrl, Math.max(2, Math.ceil(address.poolSize / 4))),
    owner: through<DB>('owner', address.ownerUrl ?? address.loginUrl, 2),
    hasOwner: address.ownerUrl !== undefined,
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}
