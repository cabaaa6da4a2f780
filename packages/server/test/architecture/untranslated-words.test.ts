import { expect, it } from 'vitest'
import { projectTree, treeOf } from './source-tree.ts'
import { untranslatedWords } from './untranslated-words.ts'

it('every word that people see stands in a catalogue', () => {
  expect(untranslatedWords(projectTree())).toEqual([])
})

const screen = 'packages/web/src/faces/desk/inbox-screen.tsx'

it.each([
  'const a = <p>Hello there</p>',
  'const a = <p>您好</p>',
  'const a = <img alt="A photo" />',
  `const a = <button aria-label="关闭" />`,
  `const a = { title: '标题' }`,
  'const a = `第 ${n} 页`',
])('%s is refused', (source) => {
  expect(untranslatedWords(treeOf({ [screen]: source }))).toHaveLength(1)
})

it.each([
  `const a = <p className="lead">{t('desk:hello')} · {n}</p>`,
  '// 您好 is said in the catalogue\nconst a = 1',
  `const a = <Trans title={t('x')} />`,
])('%s is allowed', (source) => {
  expect(untranslatedWords(treeOf({ [screen]: source }))).toEqual([])
})
