import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The project's own files: path from the project root (forward slashes) → text. The rules take a tree instead of
 * reading the disk, so that each can also be shown a small broken tree.
 */
export type Tree = ReadonlyMap<string, string>

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
const roots = ['packages', 'tools', 'e2e', 'bench']
const kinds = /\.(tsx?|css|sql)$/
/** Not written by us: installed, built, generated. */
const foreign = new Set(['node_modules', 'dist', '.cache', 'generated'])

function collect(folder: string, tree: Map<string, string>): void {
  for (const entry of readdirSync(join(projectRoot, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory() && !foreign.has(entry.name)) collect(path, tree)
    else if (entry.isFile() && kinds.test(entry.name)) {
      tree.set(path, readFileSync(join(projectRoot, path), 'utf8'))
    }
  }
}

/** Everything that we wrote, as it stands on the disk. */
export function projectTree(): Tree {
  const tree = new Map<string, string>()
  for (const root of roots) collect(root, tree)
  return tree
}

/** A small tree for showing a rule what it must refuse. */
export const treeOf = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files))

export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path)

/** Tests and what only tests use: they may look behind every door. */
export const isTest = (path: string): boolean =>
  /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('packages/server/test/') || path.startsWith('e2e/')
