import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { isTypeScript, type Tree } from './source-tree.ts'

export interface Import {
  readonly from: string
  readonly specifier: string
  /** A path in the tree when the import leads to our own file, otherwise the package's name. */
  readonly to: string
  readonly isOurs: boolean
  /** `import()`: loaded later, so it cannot take part in a cycle. */
  readonly isLazy: boolean
}

const workspace = /^@lianxin\/([a-z0-9-]+)(?:\/(.+))?$/

function target(tree: Tree, from: string, specifier: string): Pick<Import, 'to' | 'isOurs'> {
  const ours = workspace.exec(specifier)
  if (ours !== null) return { to: `packages/${ours[1]}/src/${ours[2] ?? 'index'}.ts`, isOurs: true }
  if (!specifier.startsWith('.')) return { to: packageName(specifier), isOurs: false }
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`]
  return { to: candidates.find((candidate) => tree.has(candidate)) ?? path, isOurs: true }
}

/** `@scope/name/part` → `@scope/name`; `node:fs` → `node:fs`. */
function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** The specifiers of one file; imports and re-exports, of types too, are eager. */
function specifiersOf(path: string, text: string): { eager: Set<string>; lazy: Set<string> } {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const eager = new Set<string>()
  const lazy = new Set<string>()
  new Visitor({
    ImportDeclaration: (node) => void eager.add(node.source.value),
    ExportAllDeclaration: (node) => void eager.add(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source !== null && eager.add(node.source.value)),
    TSImportType: (node) => void eager.add(node.source.value),
    ImportExpression: ({ source }) =>
      void (source.type === 'Literal' && typeof source.value === 'string' && lazy.add(source.value)),
  }).visit(program)
  return { eager, lazy }
}

/** Every import of every TypeScript file of the tree. */
export function importsOf(tree: Tree): readonly Import[] {
  return [...tree]
    .filter(([path]) => isTypeScript(path))
    .flatMap(([from, text]) => {
      const { eager, lazy } = specifiersOf(from, text)
      const of = (isLazy: boolean) => (specifier: string) => ({
        from,
        specifier,
        ...target(tree, from, specifier),
        isLazy,
      })
      return [...[...eager].map(of(false)), ...[...lazy].map(of(true))]
    })
}
