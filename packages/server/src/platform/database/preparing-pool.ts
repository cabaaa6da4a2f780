import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Texts with a name of their own. Ours are a few hundred; what lies beyond is planned each time, as ever. */
const NAMES_AT_MOST = 2_000

const names = new Map<string, string>()

/** The name under which a statement is prepared: the same for the same text, in every process. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= NAMES_AT_MOST) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

type Wire = { readonly writableCorked: number; cork(): void; uncork(): void }

/** Statements that are sent one right after the other leave in one write. */
function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Wire } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/**
 * The pool, but a statement with parameters is prepared on its connection once and for all: under row-level security the
 * server took longer to plan a list than to read it. Between the server and PostgreSQL stands no pooler that hands out
 * another session for each transaction, or one that knows prepared statements.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  // One object for each connection: the driver above remembers by object what it has set up.
  const doors = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const doorOf = (client: pg.PoolClient): PostgresPoolClient =>
    ({
      processID: (client as { processID?: number }).processID,
      query(text: string, values: readonly unknown[]) {
        gather(client)
        const name = values.length > 0 ? nameOf(text) : undefined
        return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
      },
      release: (broken?: boolean) => client.release(broken),
    }) as unknown as PostgresPoolClient
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const door = doors.get(client) ?? doorOf(client)
      doors.set(client, door)
      return door
    },
    end: () => pool.end(),
  }
}
