import { createRequire } from 'node:module'
import pg from 'pg'
import { serialize } from 'pg-protocol'

/** How the library writes values into statements; it does not export it. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue(value: unknown): unknown
}

/** What a statement gave. `command` is the first word of how PostgreSQL reports it done: `INSERT`, `COMMIT` … */
export type Given = {
  readonly command: string | undefined
  readonly rowCount: number
  readonly rows: readonly object[]
}

/** A statement that somebody waits for. */
export type Asked = {
  readonly text: string
  /** Under which it stays prepared on its connection; absent: it is read anew each time. */
  readonly name: string | undefined
  /** From {@link boundTo}. */
  readonly bound: Buffer
  readonly give: (given: Given) => void
  readonly fail: (error: unknown) => void
}

/** The columns of an answer, how each is read, and a row that has nothing in it yet. */
type Shape = {
  readonly names: readonly string[]
  readonly parsers: readonly ((text: string) => unknown)[]
  readonly empty: Readonly<Record<string, null>>
}

type Field = { readonly name: string; readonly dataTypeID: number }

/** What the library keeps for each connection, as far as it concerns statements. */
export type Connection = {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): unknown }
  readonly parsedStatements: Record<string, string | undefined>
  readonly submittedNamedStatements: Record<string, string | undefined>
  sendCopyFail(reason: string): void
}

/** What the answers of prepared statements look like. It cannot change while they are prepared. */
export type Shapes = Map<string, Shape>

/** A statement's values as they travel. @throws where there is no way to write one */
export const boundTo = (statement: string | undefined, values: readonly unknown[]): Buffer =>
  serialize.bind({ statement: statement ?? '', values: [...values], valueMapper: prepareValue })

const NOTHING: Shape = { names: [], parsers: [], empty: {} }
const DESCRIBE = serialize.describe({ type: 'P', name: '' })
const EXECUTE = serialize.execute()
const SYNC = serialize.sync()
/** These give no rows: there is nothing to describe. */
export const isControl = (text: string): boolean => /^(set|begin|commit|rollback)\b/i.test(text)

/**
 * Statements that travel together: one message out, one message back. The library asks for each answer separately, and
 * PostgreSQL hands each over separately, so that both processes were woken for every statement of a request; waking a process
 * costs as much as a small statement. They are executed one after the other; once one fails, the rest is not begun.
 */
export class StatementsTogether {
  readonly #asked: readonly Asked[]
  readonly #types: pg.CustomTypesConfig
  readonly #shapes: Shapes
  #at = 0
  #shape: Shape | undefined
  #rows: object[] = []
  #unreadable: unknown
  #done: (() => void) | undefined

  constructor(asked: readonly Asked[], types: pg.CustomTypesConfig, shapes: Shapes) {
    this.#asked = asked
    this.#types = types
    this.#shapes = shapes
  }

  /** The library notes by these two what is prepared: they are those of the statement that is being answered. */
  get name(): string | undefined {
    return this.#asked[this.#at]?.name
  }
  get text(): string | undefined {
    return this.#asked[this.#at]?.text
  }

  submit({ stream, parsedStatements, submittedNamedStatements }: Connection): null {
    const parts: Buffer[] = []
    for (const { text, name = '', bound } of this.#asked) {
      if (name === '' || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
        parts.push(serialize.parse({ name, text, types: [] }))
        if (name !== '') submittedNamedStatements[name] = text
      }
      parts.push(bound)
      if (!this.#shapes.has(name) && !isControl(text)) parts.push(DESCRIBE)
      parts.push(EXECUTE)
    }
    parts.push(SYNC)
    if (stream.writable) stream.write(Buffer.concat(parts))
    return null
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const names = fields.map(({ name }) => name)
    this.#shape = {
      names,
      parsers: fields.map(
        ({ dataTypeID }) => this.#types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
      ),
      empty: Object.fromEntries(names.map((name) => [name, null])),
    }
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#shape ??= this.#shapes.get(this.name ?? '') ?? NOTHING
    try {
      this.#rows.push(rowOf(this.#shape, fields))
    } catch (error) {
      this.#unreadable ??= error
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const one = this.#asked[this.#at]
    if (!one) return
    const [command, ...counts] = text.split(' ')
    const given: Given = { command, rowCount: Number(counts.at(-1) ?? 0), rows: this.#rows }
    const unreadable = this.#unreadable
    const tell = () => (unreadable === undefined ? one.give(given) : one.fail(unreadable))
    if (one.name) this.#shapes.set(one.name, this.#shape ?? this.#shapes.get(one.name) ?? NOTHING)
    // The last may still fail where it ends a transaction of its own, and whoever waits for it may pass the connection on.
    if (this.#at === this.#asked.length - 1) {
      this.#done = tell
      return
    }
    this.#at += 1
    this.#shape = undefined
    this.#rows = []
    this.#unreadable = undefined
    tell()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleReadyForQuery(): void {
    this.#done?.()
  }

  handleError(error: unknown, { submittedNamedStatements }: Connection): void {
    const [failed, ...rest] = this.#asked.slice(this.#at)
    failed?.fail(error)
    for (const { name } of rest) if (name) delete submittedNamedStatements[name]
    const why = error instanceof pg.DatabaseError ? notBegun(error) : error
    // Whoever waits for several hears of the cause first, however many hands it goes through.
    setImmediate(() => rest.forEach(({ fail }) => void fail(why)))
  }

  handlePortalSuspended(): void {}

  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFail('nothing is copied here')
  }

  handleCopyData(): void {}
}

/** A page has thousands of cells: all rows are made alike, and without anything that has to be cleared away again. */
function rowOf({ names, parsers, empty }: Shape, fields: readonly (string | null)[]): object {
  const row: Record<string, unknown> = { ...empty }
  for (let index = 0; index < names.length; index++) {
    const text = fields[index]
    const name = names[index]
    if (typeof text === 'string' && name !== undefined) row[name] = parsers[index]?.(text)
  }
  return row
}

/** As PostgreSQL refuses what comes after a failure in the same transaction. */
const notBegun = (cause: unknown): Error =>
  Object.assign(new Error('not begun: a statement before it in the same transaction failed', { cause }), {
    code: '25P02',
  })

// Of a class that is not its own the library assumes that it leaves a portal open for later, which would be in the way of
// whatever is sent behind it. Ours ends what it begins.
Object.setPrototypeOf(StatementsTogether.prototype, pg.Query.prototype)
