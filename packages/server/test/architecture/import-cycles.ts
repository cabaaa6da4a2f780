import { importsOf } from './imports.ts'
import type { Tree } from './source-tree.ts'

/** Circles of imports (types included, lazy ones excluded), each as `a → b → a`, found once. */
export function importCycles(tree: Tree): readonly string[] {
  const next = new Map<string, string[]>()
  for (const it of importsOf(tree)) {
    if (it.isOurs && !it.isLazy && tree.has(it.to)) next.set(it.from, [...(next.get(it.from) ?? []), it.to])
  }
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const target of next.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of tree.keys()) walk(path, [])
  return cycles
}
