import { posix } from 'node:path'
import type { Tree } from './source-tree.ts'

export interface Migration {
  readonly path: string
  /** SQL without comments. */
  readonly sql: string
  /** From its line `-- owner: <module>`: a module's folder, `kernel` or `platform`. */
  readonly owner: string | undefined
}

/** SQL without line comments; a `--` inside of quotes is left alone. */
const withoutComments = (sql: string): string =>
  sql.replaceAll(
    /('(?:[^']|'')*')|--[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, quoted: string | undefined) => quoted ?? '',
  )

/** All migrations in the order in which they run. */
export const migrationsOf = (tree: Tree): readonly Migration[] =>
  [...tree]
    .filter(([path]) => path.startsWith('packages/server/migrations/') && path.endsWith('.sql'))
    .sort(([a], [b]) => posix.basename(a).localeCompare(posix.basename(b)))
    .map(([path, text]) => ({
      path,
      sql: withoutComments(text),
      owner: /^-- owner: ([a-z-]+)$/m.exec(text)?.[1],
    }))

const bare = (name: string): string =>
  name
    .replaceAll('"', '')
    .replace(/^(public|auth)\./, '')
    .toLowerCase()
const createTable =
  /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)(\s+partition\s+of)?/gi

/** Tables (partitions excluded) that a migration creates. */
const tablesCreatedBy = (migration: Migration): readonly string[] =>
  [...migration.sql.matchAll(createTable)].flatMap((match) =>
    match[1] === undefined || match[2] !== undefined ? [] : [bare(match[1])],
  )

/** Table → owner, over all migrations. */
export function tableOwners(tree: Tree): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const migration of migrationsOf(tree)) {
    for (const table of tablesCreatedBy(migration)) owners.set(table, migration.owner ?? 'nobody')
  }
  return owners
}

/** What is wrong with the migrations as texts: owner missing or unknown, a foreign table altered, no COMMENT. */
export function migrationFaults(tree: Tree, owners: readonly string[]): readonly string[] {
  const ownerOf = tableOwners(tree)
  const migrations = migrationsOf(tree)
  const commented = new Set(
    migrations.flatMap(({ sql }) =>
      [...sql.matchAll(/\bcomment\s+on\s+table\s+([\w."]+)\s+is\s+'/gi)].map((match) => bare(match[1] ?? '')),
    ),
  )
  return migrations.flatMap((migration) => {
    const { path, sql, owner } = migration
    if (owner === undefined) return [`${path} does not say "-- owner: <module>"`]
    const altered = [...sql.matchAll(/\b(?:alter|drop)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w."]+)/gi)]
    return [
      ...(owners.includes(owner) ? [] : [`${path} is owned by ${owner}, which does not exist`]),
      ...altered
        .map((match) => bare(match[1] ?? ''))
        .filter((table) => ownerOf.has(table) && ownerOf.get(table) !== owner)
        .map((table) => `${path} of ${owner} changes ${table}, which belongs to ${ownerOf.get(table)}`),
      ...tablesCreatedBy(migration)
        .filter((table) => !commented.has(table))
        .map((table) => `${path} creates ${table} without COMMENT ON TABLE`),
    ]
  })
}
