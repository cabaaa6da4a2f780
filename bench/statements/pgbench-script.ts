import { createHash } from 'node:crypto'
import type { Operation } from '../drive/operations.ts'
import { type Captured, flat } from './capture.ts'
import { madeBy } from './fresh-ids.ts'
import type { SentTransaction, Statement } from './server-log.ts'

/** The sign-in library's door is a session of its own with another role; pgbench has one session for all. */
const asAuth = (sql: string) =>
  `set role lianxin_auth\\; set search_path = auth\\; ${sql}\\; reset role\\; reset search_path;\n`

const quoted = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`)

/** SQL's own PREPARE takes no SET or COMMIT; the server's protocol does. */
const isPrepared = ({ prepared, values }: Statement) => prepared && values.length > 0

/** A statement with its values in their places; what stood in one message (BEGIN and prologue) stays in one. */
const inline = (statement: Statement) => {
  const { text, values } = statement
  return isPrepared(statement)
    ? `execute ${nameOf(text)}(${values.map(quoted).join(', ')})`
    : text
        .trim()
        .replace(/;$/, '')
        .replaceAll(/;\s*/g, '\\; ')
        .replaceAll(/\$(\d+)/g, (_, index: string) => quoted(values[Number(index) - 1] ?? null))
}

/** A name that a statement can be prepared under; the same text has the same one in every script. */
const nameOf = (text: string): string => `s${createHash('sha256').update(text).digest('hex').slice(0, 12)}`

/** What a session prepares before it first executes it, as the application's do: in the role that will use it. */
const preparation = ({ text }: Statement, role: string, ownDoor: boolean) => {
  const search = ownDoor ? 'set local search_path = auth' : 'select 1'
  const name = nameOf(text)
  return `\\if :has_${name}\n\\else\nbegin\\; set local role ${role}\\; ${search};\nprepare ${name} as ${text.trim()};\ncommit;\n\\set has_${name} 1\n\\endif\n`
}

/** Variables that say what a session has prepared; each begins at none. */
export const preparedNames = (captured: readonly Captured[]): readonly string[] => [
  ...new Set(
    captured
      .flatMap(flat)
      .filter(isPrepared)
      .map(({ text }) => `has_${nameOf(text)}`),
  ),
]

const isAuth = ({ user, statements }: SentTransaction) =>
  user === 'lianxin_login' && statements.every(({ text }) => !/set local role/i.test(text))

/**
 * The statements of one request as a pgbench script. Fresh ids keep their time and end in twelve digits that pgbench
 * draws; a public number gets drawn digits in its middle.
 */
export function scriptOf(one: Captured, writes: Operation['writes']): string {
  const made = madeBy(one, writes)
  const draws = made.map((_, index) => `\\set fresh${index} random(100000000000, 999999999999)\n`).join('')
  const prepared = new Map<string, string>()
  for (const sent of one.transactions) {
    let role = isAuth(sent) ? 'lianxin_auth' : 'lianxin_app'
    for (const statement of sent.statements) {
      role = /set local role (\w+)/i.exec(statement.text)?.[1] ?? role
      if (isPrepared(statement)) prepared.set(statement.text, preparation(statement, role, isAuth(sent)))
    }
  }
  let script = one.transactions
    .map((sent) => {
      const lines = sent.statements.map(inline)
      return isAuth(sent) ? lines.map(asAuth).join('') : lines.map((line) => `${line};\n`).join('')
    })
    .join('')
  for (const [index, id] of made.entries()) {
    const replaced =
      id.length === 36 ? `${id.slice(0, 24)}:fresh${index}` : `${id.slice(0, 10)}:fresh${index}-${id.at(-1)}`
    script = script.replaceAll(id, replaced)
  }
  return [...prepared.values()].join('') + draws + script
}
