import { parseSync, Visitor } from 'oxc-parser'
import { tableOwners } from './migrations.ts'
import { isTest, isTypeScript, type Tree } from './source-tree.ts'
import { lineAt, writtenTexts } from './written-texts.ts'

interface Write {
  readonly path: string
  readonly line: number
  /** `undefined` when the table's name is not a literal. */
  readonly table: string | undefined
}

const sqlWrite =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(\$\{…\}|"?[a-z_][\w."]*)(?:\s+(?:as\s+)?(?!set\b|where\b|using\b)[a-z_]+)?(\s+set\b)?/gi
const builderCalls = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])

function sqlWrites(path: string, source: string): readonly Write[] {
  return writtenTexts(path, source).flatMap(({ text, line }) =>
    [...text.matchAll(sqlWrite)]
      // `update` is also an English word and a part of `for update` and `on conflict do update set`.
      .filter((match) => !/^update/i.test(match[0]) || match[2] !== undefined)
      .filter((match) => !/^set$/i.test(match[1] ?? ''))
      .map((match) => ({
        path,
        line,
        table: match[1]?.startsWith('$') ? undefined : match[1]?.replaceAll('"', '').toLowerCase(),
      })),
  )
}

function builderWrites(path: string, source: string): readonly Write[] {
  const writes: Write[] = []
  new Visitor({
    CallExpression({ callee, arguments: [table], start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!builderCalls.has(callee.property.name)) return
      const name = table?.type === 'Literal' && typeof table.value === 'string' ? table.value : undefined
      writes.push({ path, line: lineAt(source, start), table: name?.split(/\s+as\s+/)[0] })
    },
  }).visit(parseSync(path, source).program)
  return writes
}

const server = 'packages/server/src'
/** Where the tables of an owner may be written. */
const isHome = (path: string, owner: string): boolean =>
  owner === 'kernel' || owner === 'platform'
    ? path.startsWith(`${server}/${owner}/`)
    : new RegExp(`^${server}/modules/${owner}/(store|store/[a-z-]+|[a-z-]+-store)\\.ts$`).test(path)

/**
 * Writes to a table outside of its owner's store, and writes whose table cannot be read from the source.
 * `anyTable`: path → reason for the few files that carry whole databases.
 */
export function foreignWrites(
  tree: Tree,
  anyTable: Readonly<Record<string, string>> = {},
): readonly string[] {
  const owners = tableOwners(tree)
  return [...tree]
    .filter(([path]) => path.startsWith('packages/') && isTypeScript(path) && !isTest(path))
    .filter(([path]) => !(path in anyTable))
    .flatMap(([path, source]) => [...sqlWrites(path, source), ...builderWrites(path, source)])
    .flatMap(({ path, line, table }) => {
      const place = `${path}:${line}`
      if (table === undefined) return [`${place} writes a table that it does not name`]
      const owner = owners.get(table)
      if (owner === undefined) return [`${place} writes ${table}, which no migration creates`]
      return isHome(path, owner) ? [] : [`${place} writes ${table}, which belongs to ${owner}`]
    })
}
