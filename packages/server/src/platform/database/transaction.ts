import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  PostgresDriver,
  type RawBuilder,
  sql,
  Transaction,
} from 'kysely'
import type { DB } from '../../generated/db.ts'
import type { CloseWith } from '../../kernel/ports.ts'

/** A transaction asks these for nothing but what concerns no connection; its statements go through its executor. */
const library = { pool: () => Promise.reject(new Error('a transaction has its connection already')) }
const dialect = new PostgresDialect(library)
const driver = new PostgresDriver(library)

type Executor = ReturnType<Kysely<DB>['getExecutor']>

type Work<T> = (trx: Transaction<DB>, closeWith: CloseWith) => Promise<T>

/**
 * Runs `work` in one READ COMMITTED transaction of the powerless login role. BEGIN and `prologue`
 * (`SET LOCAL ROLE …; SET LOCAL app.tenant = …`) travel in a single message. Commits when `work` resolves,
 * rolls back when it rejects; retries nothing. The prologue is sent as it is: build it from checked
 * integers, UUIDs and closed-list words only.
 *
 * Nothing waits for an answer that it does not need: BEGIN leaves with the first statement, if there is one, statements that `work`
 * asks for together travel together, and COMMIT follows the last. They are executed one after the other in the order in
 * which they were sent. If the prologue is refused, so is all that followed it: outside of it the login role may do nothing.
 *
 * On the embedded database this transaction is the only one at a time: await nothing but SQL inside.
 */
export const inTransaction = <T>(
  database: { readonly app: Kysely<DB> },
  prologue: string,
  work: Work<T>,
): Promise<T> => {
  const executor = database.app.getExecutor()
  return executor.provideConnection((connection) => run(connection, executor, prologue, work))
}

async function run<T>(
  connection: DatabaseConnection,
  executor: Executor,
  prologue: string,
  work: Work<T>,
): Promise<T> {
  const send = (text: string) => connection.executeQuery<{ command?: string }>(CompiledQuery.raw(text))
  let begun: Promise<unknown> | undefined
  const begin = () => {
    begun = send(`begin isolation level read committed;\n${prologue}`)
    begun.catch(() => {}) // told below, whatever `work` makes of it
  }
  let ended = false
  const own = executor.withConnectionProvider({
    // A statement that comes after the end would run in somebody else's transaction.
    provideConnection(use) {
      if (ended) return Promise.reject(new Error('the transaction has ended'))
      if (!begun) begin()
      return use(connection)
    },
  })
  const trx = new Transaction<DB>({ config: { dialect }, dialect, driver, executor: own })
  let last: RawBuilder<unknown> | undefined
  try {
    const result = await work(trx, (statement) => {
      if (last) throw new Error('a transaction is closed by one statement')
      last = statement
    })
    await begun
    const closed = last?.execute(trx)
    ended = true
    if (!begun) return result
    const [, committed] = await Promise.all([closed, send('commit')])
    // What failed and was swallowed has undone everything: PostgreSQL says so by answering COMMIT with ROLLBACK.
    if (committed.rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError()
    return result
  } catch (error) {
    ended = true
    if (!begun) throw error
    // Waits for whatever is still on its way; should it fail, the connection is discarded and the cause told all the same.
    await driver
      .rollbackTransaction(connection as Parameters<PostgresDriver['rollbackTransaction']>[0])
      .catch(() => {})
    await begun // a refused prologue says more than what was refused after it
    throw error
  }
}

/** Sends several statements without parameters in one round trip, within the current transaction. */
export const runScript = async <T>(trx: Kysely<T>, sqlText: string): Promise<void> => {
  await sql.raw(sqlText).execute(trx)
}
