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

/** The list of all screens that tools walk through; the web app's own test keeps it equal to the router. */
const routeList = 'packages/web/src/app/route-list.ts'

/** Screens that no journey with an accessibility check opens, by name or by walking through the list. */
export function untestedScreens(tree: Tree): readonly string[] {
  const textsOf = (path: string, source: string) => writtenTexts(path, source).map(({ text }) => text)
  const opened = new Set(
    [...tree]
      .filter(([path, source]) => path.endsWith('.e2e.ts') && source.includes('expectAccessible('))
      .flatMap(([path, source]) => [
        ...textsOf(path, source),
        ...(source.includes('/app/route-list.ts') ? textsOf(routeList, tree.get(routeList) ?? '') : []),
      ]),
  )
  return webRoutes(tree).filter((route) => !opened.has(route))
}
