import { type ArrayExpression, parseSync, Visitor } from 'oxc-parser'
import type { Tree } from './source-tree.ts'

const app = 'packages/server/src/app.ts'

/** Names of the module folders in the order of `MODULES` in app.ts. Empty while there is no app.ts. */
export function moduleOrder(tree: Tree): readonly string[] {
  const text = tree.get(app)
  if (text === undefined) return []
  let list: ArrayExpression | undefined
  new Visitor({
    VariableDeclarator(node) {
      if (node.id.type !== 'Identifier' || node.id.name !== 'MODULES') return
      const value = node.init?.type === 'TSAsExpression' ? node.init.expression : node.init
      if (value?.type === 'ArrayExpression') list = value
    },
  }).visit(parseSync(app, text).program)
  if (list === undefined) throw new Error(`${app} has no list called MODULES`)
  return list.elements.flatMap((element) => (element?.type === 'Literal' ? String(element.value) : []))
}

/** The module folders on the disk. */
export function moduleFolders(tree: Tree): readonly string[] {
  const names = [...tree.keys()].flatMap(
    (path) => /^packages\/server\/src\/modules\/([a-z-]+)\//.exec(path)?.[1] ?? [],
  )
  return [...new Set(names)].sort()
}
