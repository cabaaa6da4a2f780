import { parseSync, Visitor } from 'oxc-parser'
import { isTest, type Tree } from './source-tree.ts'
import { writtenTexts } from './written-texts.ts'

/** Paths of all screens of the web app, from every `createRoute({ path })`. */
export function webRoutes(tree: Tree): readonly string[] {
  const paths: string[] = []
  for (const [path, source] of tree) {
    if (!path.startsWith('packages/web/src/') || !path.endsWith('.tsx') || isTest(path)) continue
    new Visitor({
      CallExpression({ callee, arguments: [options] }) {
        if (callee.type !== 'Identifier' || callee.name !== 'createRoute') return
        if (options?.type !== 'ObjectExpression') return
        for (const property of options.properties) {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
          const { value } = property
          if (property.key.name === 'path' && value.type === 'Literal') paths.push(String(value.value))
        }
      },
    }).visit(parseSync(path, source).program)
  }
  return paths.sort()
}

/** Screens that no journey with an accessibility check names. */
export function untestedScreens(tree: Tree): readonly string[] {
  const named = new Set(
    [...tree]
      .filter(([path, source]) => path.endsWith('.e2e.ts') && source.includes('expectAccessible('))
      .flatMap(([path, source]) => writtenTexts(path, source).map(({ text }) => text)),
  )
  return webRoutes(tree).filter((route) => !named.has(route))
}
