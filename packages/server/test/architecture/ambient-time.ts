import { parseSync, Visitor } from 'oxc-parser'
import { migrationsOf } from './migrations.ts'
import { isTest, isTypeScript, type Tree } from './source-tree.ts'
import { lineAt, writtenTexts } from './written-texts.ts'

const sqlClock =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i

/** Where time must be handed in: pure rules, the kernel, the modules, and the platform except its clock. */
const isTimed = (path: string): boolean =>
  /^packages\/(contract|server)\/src\//.test(path) &&
  isTypeScript(path) &&
  !isTest(path) &&
  !path.startsWith('packages/server/src/platform/clock')

function clocksInCode(path: string, source: string): readonly string[] {
  const found: string[] = []
  const add = (start: number, what: string) => found.push(`${path}:${lineAt(source, start)} reads ${what}`)
  new Visitor({
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date') add(start, 'Date()')
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return
      if (callee.object.name !== 'Date' || callee.property.type !== 'Identifier') return
      if (callee.property.name === 'now') add(start, 'Date.now()')
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        add(start, 'new Date()')
    },
  }).visit(parseSync(path, source).program)
  const inSql = writtenTexts(path, source).flatMap(({ text, line }) => {
    const clock = sqlClock.exec(text)?.[0]
    return clock === undefined ? [] : [`${path}:${line} reads ${clock} in SQL`]
  })
  return [...found, ...inSql]
}

/**
 * Places that ask the machine for the time instead of being told: a test could then not run a district's day at
 * a hundred times its speed, and a replay would not give the stored row.
 */
export const ambientTime = (tree: Tree): readonly string[] => [
  ...[...tree].filter(([path]) => isTimed(path)).flatMap(([path, source]) => clocksInCode(path, source)),
  ...migrationsOf(tree).flatMap(({ path, sql }) => {
    const clock = sqlClock.exec(sql)?.[0]
    return clock === undefined ? [] : [`${path} reads ${clock}`]
  }),
]
