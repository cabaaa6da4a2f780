import { beforeEach, expect, test, vi } from 'vitest'
import {
  adoptEntries,
  changeEntry,
  dropEntry,
  forgetEntries,
  forgetOthersEntries,
  freshCommand,
  keepEntry,
  readEntries,
} from './kept-entries.ts'
import { SharedStorage } from './shared-storage.ts'

const KEY = 'lianxin.code-entries.2'
const DAY_MS = 86_400_000
const entered = (caseId: string, accountId = 'one') => ({
  ...{ accountId, postId: 'grid-1', caseId, number: `W-${caseId}`, arrivalCode: '042517' },
})
/** Holds the first post of their own, and acts in the second. */
const person = (accountId: string): Parameters<typeof adoptEntries>[0] => {
  const named = { title: '', titleEn: '', unitName: '', unitNameEn: '', placeName: '', placeNameEn: '' }
  const post = { ...named, role: 'gridWorker' as const, unitId: 'u', placeCode: '219999001001' }
  return {
    accountId,
    posts: [
      { ...post, id: 'grid-1', actingUntil: null },
      { ...post, id: 'grid-2', actingUntil: Date.now() + DAY_MS },
    ],
  }
}
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
  forgetOthersEntries(person('one'))
  expect(kept()).toEqual([['a', 'waiting']])
  forgetEntries()
  expect(localStorage.getItem(KEY)).toBeNull()
})

test('what is not ours is nothing', () => {
  for (const other of ['not json', '{}', '[{}]']) {
    localStorage.setItem(KEY, other)
    expect(readEntries()).toEqual([])
  }
})

test('what an earlier build kept goes on once at a post of one’s own; at another post it stays and is never sent', () => {
  const EARLIER = 'lianxin.code-entries'
  const left = () =>
    JSON.parse(localStorage.getItem(EARLIER) ?? '[]').map((one: { caseId: string }) => one.caseId)
  const before = (caseId: string, postId: string) => ({
    ...{ postId, caseId, number: `W-${caseId}`, arrivalCode: '042517' },
    ...{ commandId: `c-${caseId}`, sentVersion: 4, at: Date.now(), state: 'waiting' },
  })
  const earlier = [before('own', 'grid-1'), before('acting', 'grid-2'), before('other', 'grid-3')]
  localStorage.setItem(EARLIER, JSON.stringify(earlier))
  adoptEntries(person('one'))
  adoptEntries(person('one'))
  expect(readEntries()).toEqual([{ ...before('own', 'grid-1'), accountId: 'one', at: expect.any(Number) }])
  expect(left()).toEqual(['acting', 'other'])
  // Signed in anew: what was entered at a post that is none of theirs is none of their business.
  forgetOthersEntries(person('one'))
  expect([kept(), left()]).toEqual([[['own', 'waiting']], ['acting']])
  localStorage.setItem(EARLIER, JSON.stringify(earlier))
  dropEntry('c-own')
  forgetOthersEntries(person('one'))
  expect([kept(), left()]).toEqual([[['own', 'waiting']], ['acting']])
  forgetEntries()
  expect(localStorage.getItem(EARLIER)).toBeNull()
})
