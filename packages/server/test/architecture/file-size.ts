import type { Tree } from './source-tree.ts'

/** Past this a file is two things. */
export const mostLines = 250

/** Files that are longer, except those named in `allowed` (path → reason). */
export const tooLongFiles = (tree: Tree, allowed: Readonly<Record<string, string>> = {}): readonly string[] =>
  [...tree].flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length
    return lines <= mostLines || path in allowed ? [] : [`${path} has ${lines} lines`]
  })
