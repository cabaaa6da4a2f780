import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
type Tree = { readonly [key: string]: string | Tree }

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const treeOf = (namespace: string): Tree => {
  const file = join(root, 'messages/zh-CN', `${namespace}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tree) : {}
}

const has = (tree: Tree, key: string): boolean =>
  typeof key
    .split('.')
    .reduce<Tree | string | undefined>(
      (node, name) => (typeof node === 'object' ? node[name] : undefined),
      tree,
    ) === 'string'

/** Namespace by variable: `const t = useWords('ui')`. */
const namespacesIn = (text: string) =>
  [...text.matchAll(/const (\w+) = useWords\('([\w-]+)'\)/g)].map(([, name = '', namespace = '']) => ({
    name,
    namespace,
  }))

test('every word that a screen asks for by name is in the catalogue', () => {
  const missing = sources.flatMap(({ path, text }) => {
    const bound = namespacesIn(text)
    const names = new Set(bound.map(({ name }) => name))
    return [...names].flatMap((name) => {
      // One variable name may stand for different namespaces in the components of one file.
      const trees = bound.filter((entry) => entry.name === name).map(({ namespace }) => treeOf(namespace))
      return [...text.matchAll(new RegExp(`\\b${name}\\(\\s*'([\\w.-]+)'`, 'g'))]
        .map(([, key = '']) => key)
        .filter((key) => !trees.some((tree) => has(tree, key)))
        .map((key) => `${path}: ${key}`)
    })
  })
  expect(missing).toEqual([])
})

test('every title of a route is in its catalogue', () => {
  const titles = sources.flatMap(({ text }) => [...text.matchAll(/title: '([\w-]+):([\w.-]+)'/g)])
  expect(titles.length).toBeGreaterThan(3)
  const missing = titles
    .filter(([, namespace = '', key = '']) => !has(treeOf(namespace), key))
    .map(([title]) => title)
  expect(missing).toEqual([])
})
