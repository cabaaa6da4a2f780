import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import {
  type Asked,
  boundTo,
  type Given,
  isControl,
  type Shapes,
  StatementsTogether,
} from './statements-together.ts'

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

/** What comes again and again: statements with parameters, and what opens and ends transactions, if no value stands in the text. */
const recurs = (text: string, { length }: readonly unknown[]) =>
  length > 0 || (isControl(text) && !text.includes("'"))

/** A script cannot be prepared; it travels by itself. */
const isScript = (text: string, { length }: readonly unknown[]) => length === 0 && text.includes(';')

/** BEGIN and the prologue, which has no words of anybody in it: statements like all others. */
const OPENING = /^begin\b/
const STATEMENT_END = /;\s*/

/** One connection: what is asked for in one turn of the program leaves together. */
class Door {
  readonly #client: pg.PoolClient
  readonly #types: pg.CustomTypesConfig
  readonly #shapes: Shapes = new Map()
  #waiting: Asked[] = []

  constructor(client: pg.PoolClient, types: pg.CustomTypesConfig) {
    this.#client = client
    this.#types = types
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  async query(text: string, values: readonly unknown[] = []): Promise<Given> {
    if (!isScript(text, values)) return this.#ask(text, values)
    if (!OPENING.test(text)) {
      this.#send()
      return (await this.#client.query(text)) as unknown as Given
    }
    const answers = await Promise.all(text.split(STATEMENT_END).map((one) => this.#ask(one, [])))
    return answers[0] as Given
  }

  release(broken?: boolean): void {
    this.#client.release(broken)
  }

  #ask(text: string, values: readonly unknown[]): Promise<Given> {
    const name = recurs(text, values) ? nameOf(text) : undefined
    return new Promise((give, fail) => {
      const asked = { text, name, bound: boundTo(name, values), give, fail }
      if (this.#waiting.length === 0) process.nextTick(() => this.#send())
      this.#waiting.push(asked)
    })
  }

  #send(): void {
    const asked = this.#waiting
    if (asked.length === 0) return
    this.#waiting = []
    this.#client.query(new StatementsTogether(asked, this.#types, this.#shapes) as unknown as pg.Submittable)
  }
}

/**
 * The pool, but a statement with parameters is prepared on its connection once and for all: under row-level security the
 * server took longer to plan a list than to read it. Between the server and PostgreSQL stands no pooler that hands out
 * another session for each transaction, or one that knows prepared statements.
 */
export function preparing(pool: pg.Pool, types: pg.CustomTypesConfig): PostgresPool {
  // One object for each connection: the driver above remembers by object what it has set up.
  const doors = new WeakMap<pg.PoolClient, Door>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const door = doors.get(client) ?? new Door(client, types)
      doors.set(client, door)
      return door as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}
