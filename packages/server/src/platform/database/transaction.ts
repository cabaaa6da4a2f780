import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type Dialect,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import type { DB } from '../../generated/db.ts'

const prologues = new AsyncLocalStorage<string | undefined>()

type PostgresConnection = Parameters<PostgresDriver['rollbackTransaction']>[0]

/** Kysely's driver, but BEGIN carries the prologue with it: one round trip instead of two. */
class PrologueDriver extends PostgresDriver {
  override async beginTransaction(
    connection: PostgresConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const prologue = prologues.getStore()
    if (prologue === undefined) return super.beginTransaction(connection, settings)
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin isolation level read committed;\n${prologue}`))
    } catch (error) {
      await super.rollbackTransaction(connection)
      throw error
    }
  }
}

/** The dialect of all connections, whichever driver is behind the pool. */
export const prologueDialect = (config: PostgresDialectConfig): Dialect => {
  const library = new PostgresDialect(config)
  return {
    createDriver: () => new PrologueDriver(config),
    createQueryCompiler: () => library.createQueryCompiler(),
    createAdapter: () => library.createAdapter(),
    createIntrospector: (db) => library.createIntrospector(db),
  }
}

/**
 * Runs `work` in one READ COMMITTED transaction of the powerless login role. BEGIN and `prologue`
 * (`SET LOCAL ROLE …; SET LOCAL app.tenant = …`) travel in a single message. Commits when `work` resolves,
 * rolls back when it rejects; retries nothing. The prologue is sent as it is: build it from checked
 * integers, UUIDs and closed-list words only.
 *
 * On the embedded database this transaction is the only one at a time: await nothing but SQL inside.
 */
export const inTransaction = <T>(
  database: { readonly app: Kysely<DB> },
  prologue: string,
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> =>
  prologues.run(prologue, () => database.app.transaction().execute((trx) => prologues.exit(() => work(trx))))

/** Sends several statements without parameters in one round trip, within the current transaction. */
export const runScript = async <T>(trx: Kysely<T>, sqlText: string): Promise<void> => {
  await sql.raw(sqlText).execute(trx)
}
