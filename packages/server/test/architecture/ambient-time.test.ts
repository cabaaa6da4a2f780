import { expect, it } from 'vitest'
import { ambientTime } from './ambient-time.ts'
import { projectTree, treeOf } from './source-tree.ts'

it('nothing but the clock asks what time it is', () => {
  expect(ambientTime(projectTree())).toEqual([])
})

const store = 'packages/server/src/modules/case/store.ts'

it.each([
  [store, 'const a = Date.now()'],
  [store, 'const a = new Date()'],
  [store, 'const a = Date()'],
  [store, 'const a = sql`select * from "case" where due_at < now()`'],
  [store, 'const a = sql`update "case" set at = ${x}, seen = CURRENT_TIMESTAMP`'],
  ['packages/contract/src/rules/deadline.ts', 'export const a = () => Date.now()'],
  ['packages/server/migrations/0001-case.sql', 'create table "case" (at timestamptz default now())'],
])('%s is refused: %s', (path, text) => {
  expect(ambientTime(treeOf({ [path]: text }))).toHaveLength(1)
})

it.each([
  [store, 'const a = new Date(now)'],
  [store, '// unlike now(), which the database would answer\nexport {}'],
  ['packages/server/src/platform/clock.ts', 'export const systemClock = () => Date.now()'],
  ['packages/server/src/modules/case/store.test.ts', 'const a = Date.now()'],
  ['packages/server/migrations/0001-case.sql', '-- no now() here\ncreate table "case" (at timestamptz)'],
])('%s is allowed: %s', (path, text) => {
  expect(ambientTime(treeOf({ [path]: text }))).toEqual([])
})
