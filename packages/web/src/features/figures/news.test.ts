import type { LiveChange } from '@lianxin/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addNews, MOST_NEWS } from './news.ts'

const change = (seq: number): LiveChange => ({
  ...{ seq, type: 'case.signed', caseId: null, placeCode: '210105', unitIds: [], kind: null, move: null },
  ...{ itemCode: null, unitId: null, ownerUnitId: null, state: null, at: seq },
})

test('a week of events keeps the newest lines only, newest first', () => {
  let news: readonly LiveChange[] = []
  for (let seq = 1; seq <= 100_000; seq += 20)
    news = addNews(
      news,
      Array.from({ length: 20 }, (_, index) => change(seq + index)),
    )
  expect(news.map(({ seq }) => seq)).toEqual(Array.from({ length: MOST_NEWS }, (_, index) => 100_000 - index))
})

test('however often and in whatever order a line repeats itself, nothing is shown twice and nothing is missed', () => {
  const heard = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), { maxLength: 20 })
  fc.assert(
    fc.property(heard, (parts) => {
      const news = parts.reduce<readonly LiveChange[]>((known, part) => addNews(known, part.map(change)), [])
      expect(news.map(({ seq }) => seq)).toEqual([...new Set(parts.flat())].sort((a, b) => b - a))
    }),
    { seed: 3 },
  )
})
