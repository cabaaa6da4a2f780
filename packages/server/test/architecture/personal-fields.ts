import { type Node, parseSync, Visitor } from 'oxc-parser'
import { freeTextPaths, personalPaths } from './schema-walk.ts'
import { isTest, isTypeScript, type Tree } from './source-tree.ts'
import { lineAt } from './written-texts.ts'

interface RouteShape {
  readonly id: string
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly response?: unknown
}

/** Events outlive everything: a personal field, or room for a sentence, in one can never be erased. */
export const eventFaults = (events: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(events).flatMap(([type, schema]) => [
    ...personalPaths(schema).map((path) => `event ${type} carries the personal field ${path}`),
    ...freeTextPaths(schema).map(
      (path) => `event ${type}: ${path} could hold words (give it a pattern or a list)`,
    ),
  ])

/** URLs end up in logs, histories and bookmarks. */
export const urlFaults = (routes: readonly RouteShape[]): readonly string[] =>
  routes.flatMap(({ id, params, query }) =>
    [...personalPaths(params), ...personalPaths(query)].map(
      (path) => `route ${id} has the personal field ${path} in its URL`,
    ),
  )

/** Names of all fields that the contract marks as personal, e.g. `phone`. */
export const personalNames = (routes: readonly RouteShape[]): ReadonlySet<string> =>
  new Set(
    routes
      .flatMap(({ params, query, body, response }) => [params, query, body, response].flatMap(personalPaths))
      .flatMap((path) => path.split('.').at(-1) ?? [])
      .filter((name) => name !== ''),
  )

/** Sentences of refusals travel through logs and screens of others: `{phone}` must not be filled in. */
export const errorFaults = (
  errors: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  names: ReadonlySet<string>,
): readonly string[] =>
  Object.entries(errors).flatMap(([code, { zh, en }]) =>
    [...`${zh} ${en}`.matchAll(/\{(\w+)[^}]*\}/g)]
      .filter((match) => names.has(match[1] ?? ''))
      .map((match) => `error ${code} fills in the personal field ${match[1]}`),
  )

/** Words that are also used of things: a job and a fault have names. They are personal when a person has them. */
const ofThingsToo = new Set(['name', 'text', 'title'])
const person = /requester|person|people|account|actor|contact|worker|holder|reporter/i

/** `kase.phone`, `{ phone }` and `${phone}` inside a node all mention `phone`. */
function mentioned(node: Node, names: ReadonlySet<string>, source: string): readonly string[] {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look)
    if (typeof part !== 'object' || part === null || !('type' in part)) return
    const it = part as Node
    if (it.type === 'MemberExpression' && it.property.type === 'Identifier') {
      const { name } = it.property
      const owner = source.slice(it.object.start, it.object.end)
      if (names.has(name) && (!ofThingsToo.has(name) || person.test(owner))) found.add(name)
      look(it.object)
      return
    }
    if (it.type === 'Identifier' && names.has(it.name) && !ofThingsToo.has(it.name)) found.add(it.name)
    for (const value of Object.values(it)) look(value)
  }
  look(node)
  return [...found]
}

const isLogger = (name: string): boolean => /^(log|logger|console)$/i.test(name)
const levels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log'])

/** Log lines of the server that mention a personal field by name. */
export function logFaults(tree: Tree, names: ReadonlySet<string>): readonly string[] {
  return [...tree]
    .filter(([path]) => path.startsWith('packages/server/src/') && isTypeScript(path) && !isTest(path))
    .flatMap(([path, source]) => {
      const faults: string[] = []
      new Visitor({
        CallExpression({ callee, arguments: given, start }) {
          if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
          const { object } = callee
          const last = object.type === 'MemberExpression' ? object.property : object
          if (last.type !== 'Identifier' || !isLogger(last.name) || !levels.has(callee.property.name)) return
          for (const name of given.flatMap((argument) => mentioned(argument, names, source))) {
            faults.push(`${path}:${lineAt(source, start)} logs the personal field ${name}`)
          }
        },
      }).visit(parseSync(path, source).program)
      return faults
    })
}
