import { parseSync, Visitor } from 'oxc-parser'
import { isTest, type Tree } from './source-tree.ts'
import { lineAt } from './written-texts.ts'

const verbs = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'all'])
const instance = /^(http|app|fastify|server|instance|scope|plugin|child)$/

/** The one place that makes routes of the contract's descriptors. */
const edge = 'packages/server/src/kernel/edge.ts'

export interface OwnRoute {
  /** `GET /healthz` */
  readonly route: string
  readonly place: string
}

/** Routes that the server's source registers by itself, past the contract. */
export function ownRoutes(tree: Tree): readonly OwnRoute[] {
  return [...tree]
    .filter(([path]) => path.startsWith('packages/server/src/') && path.endsWith('.ts'))
    .filter(([path]) => !isTest(path) && path !== edge)
    .flatMap(([path, source]) => {
      const found: OwnRoute[] = []
      new Visitor({
        CallExpression({ callee, arguments: [first], start }) {
          if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
          const owner = callee.object.type === 'MemberExpression' ? callee.object.property : callee.object
          if (owner.type !== 'Identifier' || !instance.test(owner.name)) return
          const place = `${path}:${lineAt(source, start)}`
          const verb = callee.property.name
          if (verb === 'route') found.push({ route: 'a route by description', place })
          if (!verbs.has(verb) || first?.type !== 'Literal' || typeof first.value !== 'string') return
          found.push({ route: `${verb.toUpperCase()} ${first.value}`, place })
        },
      }).visit(parseSync(path, source).program)
      return found
    })
}
