import { currentKind } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { EMPTY_ENTRY, entryFor, inputOf, problemsOfEntry } from './move-entry.ts'

const { moves } = currentKind('request')
const moveOf = (name: 'judge' | 'reopen' | 'add' | 'withdraw') => {
  const { needs, may } = moves[name] ?? { needs: [], may: [] }
  return { move: name, needs: [...needs], may: [...may] }
}

it('a verdict needs one tap: solved or not', () => {
  expect(problemsOfEntry(moveOf('judge'), EMPTY_ENTRY).map((problem) => problem.field)).toEqual(['solved'])
  expect(problemsOfEntry(moveOf('judge'), { ...EMPTY_ENTRY, solved: false })).toEqual([])
})

it('a verdict carries the score and the words only when they were given', () => {
  expect(inputOf(moveOf('judge'), { ...EMPTY_ENTRY, solved: true }, 3)).toEqual({
    move: 'judge',
    expectedVersion: 3,
    solved: true,
  })
  expect(
    inputOf(moveOf('judge'), { ...EMPTY_ENTRY, solved: false, satisfaction: 2, words: ' 还在漏 ' }, 3),
  ).toEqual({ move: 'judge', expectedVersion: 3, solved: false, satisfaction: 2, words: '还在漏' })
})

it('reopening needs words', () => {
  expect(problemsOfEntry(moveOf('reopen'), { ...EMPTY_ENTRY, words: '   ' })).toMatchObject([
    { field: 'words' },
  ])
})

it('why a matter is withdrawn travels as the reason, and may stay empty', () => {
  expect(problemsOfEntry(moveOf('withdraw'), EMPTY_ENTRY)).toEqual([])
  expect(inputOf(moveOf('withdraw'), { ...EMPTY_ENTRY, words: '自己修好了' }, 1)).toEqual({
    move: 'withdraw',
    expectedVersion: 1,
    reason: '自己修好了',
  })
})

it('words past the limit are kept and the excess told', () => {
  expect(problemsOfEntry(moveOf('add'), { ...EMPTY_ENTRY, words: '字'.repeat(2003) })).toEqual([
    { field: 'words', key: 'move.problem.wordsLong', values: { over: 3 } },
  ])
})

it('photos go only with steps that take them', () => {
  const entry = { ...EMPTY_ENTRY, solved: true, words: 'x', photos: [{ fileId: 'a', thumb: '' }] }
  expect(inputOf(moveOf('add'), entry, 1)).toMatchObject({ fileIds: ['a'] })
  expect(inputOf(moveOf('judge'), entry, 1)).not.toHaveProperty('fileIds')
})

it('what was said of an answer that was withdrawn is asked anew of the next one, and the words stay', () => {
  const said = { words: '三楼还是不亮', solved: false, satisfaction: 1 }
  const kept = entryFor({ ...said, answeredAt: 5, sentVersion: 3 }, 5)
  expect(kept).toMatchObject({ ...said, sentVersion: 3 })
  const anew = { solved: null, satisfaction: null, sentVersion: null, answeredAt: 9 }
  expect(entryFor(kept, 9)).toMatchObject({ words: said.words, ...anew })
})
