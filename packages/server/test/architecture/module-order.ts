import { type ArrayExpression, parseSync, Visitor } from 'oxc-parser'
import type { Tree } from './source-tree.ts'

const app = 'packages/server/src/app.ts'

/** Names of the module folders in the order of `MODULES` in app.ts. Empty while there is no app.ts. */
export function moduleOrder(tree: Tree): readonly string[] {
  const text = tree.get(app)
  if (text === undefined) return []
  const { program, module } = parseSync(app, text)
  const folderOf = new Map<string, string>()
  for (const declaration of module.staticImports) {
    const folder = /^\.\/modules\/([a-z-]+)\/index\.ts$/.exec(declaration.moduleRequest.value)?.[1]
    if (folder === undefined) continue
    for (const entry of declaration.entries) folderOf.set(entry.localName.value, folder)
  }
  let list: ArrayExpression | undefined
  new Visitor({
    VariableDeclarator(node) {
      if (node.id.type !== 'Identifier' || node.id.name !== 'MODULES') return
      let value = node.init
      while (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression')
        value = value.expression
      if (value?.type === 'ArrayExpression') list = value
    },
  }).visit(program)
  if (list === undefined) throw new Error(`${app} has no list called MODULES`)
  return list.elements.flatMap((element) =>
    element?.type === 'Identifier' ? (folderOf.get(element.name) ?? []) : [],
  )
}

/** The module folders on the disk. */
export function moduleFolders(tree: Tree): readonly string[] {
  const names = [...tree.keys()].flatMap(
    (path) => /^packages\/server\/src\/modules\/([a-z-]+)\//.exec(path)?.[1] ?? [],
  )
  return [...new Set(names)].sort()
}
