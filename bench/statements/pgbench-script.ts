import type { Operation } from '../drive/operations.ts'
import type { Captured } from './capture.ts'
import { madeBy } from './fresh-ids.ts'
import type { SentTransaction } from './server-log.ts'

/** The sign-in library's door is a session of its own with another role; pgbench has one session for all. */
const asAuth = (sql: string) =>
  `set role lianxin_auth\\; set search_path = auth\\; ${sql}\\; reset role\\; reset search_path;\n`

const quoted = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`)

/** A statement with its values in their places; what stood in one message (BEGIN and prologue) stays in one. */
const inline = ({ text, values }: SentTransaction['statements'][number]) =>
  text
    .trim()
    .replace(/;$/, '')
    .replaceAll(/;\s*/g, '\\; ')
    .replaceAll(/\$(\d+)/g, (_, index: string) => quoted(values[Number(index) - 1] ?? null))

/**
 * The statements of one request as a pgbench script. Fresh ids keep their time and end in twelve digits that pgbench
 * draws; a public number gets drawn digits in its middle.
 */
export function scriptOf(one: Captured, writes: Operation['writes']): string {
  const made = madeBy(one, writes)
  const draws = made.map((_, index) => `\\set fresh${index} random(100000000000, 999999999999)\n`).join('')
  let script = one.transactions
    .map(({ user, statements }) => {
      const lines = statements.map(inline)
      return user === 'lianxin_login' && statements.every(({ text }) => !/set local role/i.test(text))
        ? lines.map(asAuth).join('')
        : lines.map((line) => `${line};\n`).join('')
    })
    .join('')
  for (const [index, id] of made.entries()) {
    const replaced =
      id.length === 36 ? `${id.slice(0, 24)}:fresh${index}` : `${id.slice(0, 10)}:fresh${index}-${id.at(-1)}`
    script = script.replaceAll(id, replaced)
  }
  return draws + script
}
