import { expect, it } from 'vitest'
import { badFileNames } from './file-names.ts'
import { mostLines, tooLongFiles } from './file-size.ts'
import { projectTree, treeOf } from './source-tree.ts'

const tree = projectTree()

/** Path → why this file may be longer. */
const ONE_TABLE = 'one table of states and moves, which is read and checked as a whole'
const longByReason: Readonly<Record<string, string>> = {
  'packages/contract/src/kinds/request.ts': ONE_TABLE,
  'packages/contract/src/kinds/finding.ts': ONE_TABLE,
}

it('every file is named for what is in it', () => {
  expect(badFileNames(tree)).toEqual([])
})

it('every file is short enough to be one thing', () => {
  expect(tooLongFiles(tree, longByReason)).toEqual([])
})

it.each([
  'packages/server/src/kernel/utils.ts',
  'packages/server/src/kernel/types.test.ts',
  'packages/web/src/ui/base.css',
  'packages/server/src/modules/case/case-manager.ts',
  'packages/web/src/ui/CaseCard.tsx',
  'packages/web/src/ui/case_card.tsx',
  'packages/server/migrations/places.sql',
])('the name %s is refused', (path) => {
  expect(badFileNames(treeOf({ [path]: '' }))).toHaveLength(1)
})

it('a long file is seen', () => {
  expect(tooLongFiles(treeOf({ 'tools/long.ts': 'x\n'.repeat(mostLines + 1) }))).toHaveLength(1)
  expect(tooLongFiles(treeOf({ 'tools/fits.ts': 'x\n'.repeat(mostLines) }))).toEqual([])
})
