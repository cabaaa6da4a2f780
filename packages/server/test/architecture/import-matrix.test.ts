import { describe, expect, it } from 'vitest'
import { importCycles } from './import-cycles.ts'
import { importMatrix } from './import-matrix.ts'
import { moduleFolders, moduleOrder } from './module-order.ts'
import { projectTree, treeOf } from './source-tree.ts'

const tree = projectTree()
const modules = 'packages/server/src/modules'
const app = `export const MODULES = ['place', 'case'] as const`

/** A house with one bad import, and who is to blame. */
const bad = (from: string, specifier: string) =>
  importMatrix(
    treeOf({
      'packages/server/src/app.ts': app,
      [`${modules}/place/index.ts`]: 'export const place = 1',
      [`${modules}/place/store.ts`]: 'export const secret = 1',
      [`${modules}/case/index.ts`]: 'export const cases = 1',
      [from]: `import { x } from '${specifier}'`,
    }),
  )

describe('the import matrix', () => {
  it('holds everywhere', () => {
    expect(importMatrix(tree)).toEqual([])
  })

  it('knows every module folder', () => {
    expect([...moduleOrder(tree)].sort()).toEqual(moduleFolders(tree))
  })

  it.each([
    ['packages/contract/src/case.ts', '@lianxin/server'],
    ['packages/contract/src/case.ts', 'kysely'],
    ['packages/contract/src/case.ts', 'node:crypto'],
    ['packages/contract/src/rules/checksum.ts', '../schema.ts'],
    ['packages/contract/src/rules/checksum.ts', 'typebox'],
    ['packages/server/src/kernel/command.ts', '../platform/database.ts'],
    ['packages/server/src/kernel/command.ts', '../modules/place/index.ts'],
    ['packages/server/src/platform/clock.ts', '../modules/place/index.ts'],
    [`${modules}/case/store.ts`, '../../platform/clock.ts'],
    [`${modules}/case/store.ts`, '../place/store.ts'],
    [`${modules}/place/store.ts`, '../case/index.ts'],
    [`${modules}/unlisted/store.ts`, '../place/index.ts'],
    [`${modules}/case/store.ts`, '@lianxin/demo'],
    [`${modules}/case/store.ts`, '../../../../contract/src/index.ts'],
    [`${modules}/case/store.ts`, '../../../test/support/database.ts'],
    ['packages/web/src/data/client.ts', '@lianxin/server'],
    ['packages/web/src/ui/button.tsx', '../data/client.ts'],
    ['packages/web/src/features/case/page.tsx', '../place/map.tsx'],
    ['packages/web/src/faces/desk/desk.tsx', '../resident/home.tsx'],
    ['packages/web/src/features/case/page.tsx', '../../faces/desk/desk.tsx'],
  ])('refuses %s importing %s', (from, specifier) => {
    expect(bad(from, specifier)).toHaveLength(1)
  })

  it.each([
    [`${modules}/case/store.ts`, '../place/index.ts'],
    [`${modules}/case/store.ts`, '../../kernel/tx.ts'],
    [`${modules}/case/store.ts`, '@lianxin/contract'],
    ['packages/web/src/features/case/page.tsx', '../../ui/button.tsx'],
  ])('allows %s importing %s', (from, specifier) => {
    expect(bad(from, specifier)).toEqual([])
  })

  it('sees types, re-exports and lazy imports too', () => {
    for (const text of [
      `import type { A } from '@lianxin/server'`,
      `export * from '@lianxin/server'`,
      `export { a } from '@lianxin/server'`,
      `type A = import('@lianxin/server').A`,
      `const a = () => import('@lianxin/server')`,
    ]) {
      expect(importMatrix(treeOf({ 'packages/web/src/data/client.ts': text }))).toHaveLength(1)
    }
  })
})

describe('import cycles', () => {
  it('do not exist', () => {
    expect(importCycles(tree)).toEqual([])
  })

  it('are found when they do', () => {
    const circle = treeOf({
      'tools/a.ts': `import { b } from './b.ts'`,
      'tools/b.ts': `export * from './c.ts'`,
      'tools/c.ts': `import type { A } from './a.ts'`,
    })
    expect(importCycles(circle)).toEqual(['tools/a.ts → tools/b.ts → tools/c.ts → tools/a.ts'])
  })
})
