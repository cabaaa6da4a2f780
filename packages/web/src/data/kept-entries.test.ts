import { beforeEach, expect, test, vi } from 'vitest'
import {
  changeEntry,
  dropEntry,
  forgetEntries,
  forgetOthersEntries,
  freshCommand,
  keepEntry,
  parseEntries,
  readEntries,
} from './kept-entries.ts'
import { SharedStorage } from './shared-storage.ts'

const KEY = 'lianxin.code-entries.2'
const DAY_MS = 86_400_000
const entered = (caseId: string, accountId = 'one') => ({
  ...{ accountId, postId: 'grid-1', caseId, number: `W-${caseId}`, arrivalCode: '042517' },
})
const kept = () => readEntries().map(({ caseId, state }) => [caseId, state])

beforeEach(() => {
  vi.stubGlobal('localStorage', new SharedStorage())
})

test('what was entered waits under one command, however often it is kept', () => {
  const command = { commandId: 'c1', sentVersion: 4 }
  keepEntry(entered('a'), command)
  keepEntry(entered('a'), command)
  expect(readEntries()).toMatchObject([{ caseId: 'a', state: 'waiting', ...command }])
  // Two units may have come to the same whistle.
  keepEntry(entered('a'), freshCommand())
  expect(kept()).toEqual([
    ['a', 'waiting'],
    ['a', 'waiting'],
  ])
})

test('what is settled stands there until it was seen, or the same matter is entered again', () => {
  keepEntry(entered('a'), { commandId: 'c1' })
  keepEntry(entered('b'), { commandId: 'c2' })
  changeEntry('c1', { state: 'refused', refusal: '码不对' })
  changeEntry('c2', { state: 'done' })
  dropEntry('c2')
  expect(kept()).toEqual([['a', 'refused']])
  keepEntry(entered('a'), { commandId: 'c3' })
  expect(kept()).toEqual([['a', 'waiting']])
})

test('whoever signs in keeps what they entered and nothing of others; whoever signs out takes all along', () => {
  keepEntry(entered('a'), { commandId: 'c1' })
  // Acts for the holder, so at the same post.
  keepEntry(entered('b', 'other'), { commandId: 'c2' })
  forgetOthersEntries('one')
  expect(kept()).toEqual([['a', 'waiting']])
  forgetEntries()
  expect(localStorage.getItem(KEY)).toBeNull()
})

test('a code of last week, and what is not ours, is nothing', () => {
  keepEntry(entered('a'), { commandId: 'c1' })
  const text = localStorage.getItem(KEY)
  expect(parseEntries(text, Date.now() + 8 * DAY_MS)).toEqual([])
  for (const other of [null, 'not json', '{}', '[{}]']) expect(parseEntries(other, Date.now())).toEqual([])
})
