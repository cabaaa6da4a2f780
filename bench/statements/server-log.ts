import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A statement as the server received it: its text with `$1`, `$2` …, and the values that were bound, as text. */
export type Statement = {
  readonly text: string
  readonly values: readonly (string | null)[]
  /** Under a name of its own, so that it is analysed and planned once for each session. */
  readonly prepared: boolean
}

/** What one session sent between two ends of a transaction, or a statement that stood alone. */
export type SentTransaction = { readonly user: string; readonly statements: readonly Statement[] }

type Line = {
  user?: string
  pid?: number
  message?: string
  detail?: string
  error_severity?: string
  application_name?: string
}

/** The server's own door to the database: nothing passes it outside of a transaction. */
const OWN_DOOR = 'lianxin app'

const VALUE = /\$(\d+) = (?:NULL|'((?:[^']|'')*)')(?:, |$)/gy

/** `$1 = 'it''s', $2 = NULL` as a list. */
export function boundValues(detail: string | undefined): (string | null)[] {
  const start = detail?.search(/\$1 = /) ?? -1
  if (!detail || start < 0) return []
  VALUE.lastIndex = start
  return [...detail.matchAll(VALUE)].map(([, , text]) =>
    text === undefined ? null : text.replaceAll("''", "'"),
  )
}

const STATEMENT = /^(?:statement|execute ([^:]+)): ([\s\S]*)$/

/** Statements in the order in which they came, each with the session that sent it. */
export function statementsIn(
  lines: readonly string[],
): { pid: number; user: string; door: string | undefined; statement: Statement }[] {
  return lines.flatMap((text) => {
    const line = JSON.parse(text) as Line
    const { pid = 0, user = '', message = '', detail, error_severity } = line
    const [, name, sql] = STATEMENT.exec(message) ?? []
    if (sql === undefined || error_severity !== 'LOG') return []
    const prepared = name !== undefined && name !== '<unnamed>'
    return [
      {
        pid,
        user,
        door: line.application_name,
        statement: { text: sql, values: boundValues(detail), prepared },
      },
    ]
  })
}

const opens = ({ text }: Statement) => /^\s*(begin|start transaction)/i.test(text)
const ends = ({ text }: Statement) => /^\s*(commit|rollback)/i.test(text)

const isPrologue = ({ text, values }: Statement) =>
  values.length === 0 && /^set local (?!role lianxin_auth)/i.test(text)

/**
 * BEGIN and what the server sets with it are one statement here, as they are one message to a session that takes scripts:
 * whoever repeats them is not to be slower for sending each by itself.
 */
const withBegin = (begin: Statement, prologue: Statement): Statement => ({
  ...begin,
  text: `${begin.text};\n${prologue.text}`,
})

/**
 * Puts the statements of each session together into transactions, in the order of their ends. What a session sent of a
 * transaction that began before the first line is left out, whether its end is among them or not.
 */
export function transactionsIn(lines: readonly string[]): SentTransaction[] {
  type Sent = { pid: number; user: string; statements: Statement[] }
  const open = new Map<number, Sent>()
  let done: Sent[] = []
  for (const { pid, user, door, statement } of statementsIn(lines)) {
    const current = open.get(pid)
    if (current) {
      const [begin, ...others] = current.statements
      if (begin && others.length === 0 && isPrologue(statement))
        current.statements = [withBegin(begin, statement)]
      else current.statements.push(statement)
      if (!ends(statement)) continue
      done.push(current)
      open.delete(pid)
    } else if (opens(statement)) open.set(pid, { pid, user, statements: [{ ...statement, prepared: false }] })
    else if (ends(statement)) done = done.filter((sent) => sent.pid !== pid)
    else if (door !== OWN_DOOR) done.push({ pid, user, statements: [statement] })
  }
  return done.map(({ user, statements }) => ({ user, statements }))
}

/** Reads what was added to a growing file since the last look. */
export function tailOf(path: string): () => string[] {
  const size = () => {
    const file = openSync(path, 'r')
    const { size: bytes } = fstatSync(file)
    closeSync(file)
    return bytes
  }
  let from = size()
  return () => {
    const file = openSync(path, 'r')
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - from))
    readSync(file, bytes, 0, bytes.length, from)
    closeSync(file)
    const end = bytes.lastIndexOf(0x0a) + 1
    from += end
    return bytes
      .toString('utf8', 0, end)
      .split('\n')
      .filter((line) => line !== '')
  }
}
