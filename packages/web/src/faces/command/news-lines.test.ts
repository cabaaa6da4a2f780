import type { LiveChange } from '@lianxin/contract/live/live-events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './news-lines.ts'

type Told = {
  readonly of: string | null
  readonly says: string
  readonly type?: string
  readonly at?: number
}

/** The stream as it is kept, newest first; `says` stands in the place of the sentence. */
const news = (told: readonly Told[]): readonly LiveChange[] =>
  told.map(({ of, says, type = 'case.moved', at }, index) => ({
    ...{ seq: told.length - index, type, caseId: of, placeCode: '210105001', unitIds: [], kind: null },
    ...{ move: says, itemCode: null, unitId: null, ownerUnitId: null, state: null },
    at: at ?? told.length - index,
  }))
const lines = (told: readonly Told[]) =>
  linesOf(news(told), ({ move, placeCode }) => ({ where: placeCode, sentence: move ?? '' }))
const read = (told: readonly Told[]) =>
  lines(told).map(({ sentence, times, since }) => [sentence, times, since])

test('a matter that climbs again and again has one line, with how often and since when, at its latest time', () => {
  const climbs = [
    { of: 'a', says: 'climbed' },
    { of: 'b', says: 'signed' },
    { of: 'a', says: 'climbed' },
    { of: 'a', says: 'climbed' },
  ]
  expect(read(climbs)).toEqual([
    ['climbed', 3, 1],
    ['signed', 1, 3],
  ])
  expect(lines(climbs)[0]?.change.seq).toBe(4)
})

test('what happened to the matter between is not passed over: the same once more is a line of its own', () => {
  const story = [
    { of: 'a', says: 'dispatched' },
    { of: 'a', says: 'returned' },
    { of: 'a', says: 'dispatched' },
  ]
  expect(read(story).map(([sentence]) => sentence)).toEqual(['dispatched', 'returned', 'dispatched'])
})

test('each matter keeps its line, also where both read the same; what names no matter is told once where it repeats itself', () => {
  const late = [
    { of: 'a', says: 'registered' },
    { of: 'b', says: 'registered' },
    { of: null, says: 'late' },
    { of: null, says: 'late' },
    { of: 'c', says: 'signed' },
    { of: null, says: 'late' },
  ]
  expect(read(late)).toEqual([
    ['registered', 1, 6],
    ['registered', 1, 5],
    ['late', 2, 3],
    ['signed', 1, 2],
    ['late', 1, 1],
  ])
})

test('what a clock did to several matters in a row is one line that says to how many', () => {
  const climbed = (of: string) => ({ of, says: 'climbed', type: 'case.climbed' })
  const opening = [climbed('a'), climbed('b'), climbed('a'), { of: 'c', says: 'signed' }, climbed('d')]
  expect(lines(opening).map(({ sentence, times, matters }) => [sentence, times, matters])).toEqual([
    ['climbed', 3, 2],
    ['signed', 1, 1],
    ['climbed', 1, 1],
  ])
})

test('what a clock did and names no matter is told by how often, never as one of several matters', () => {
  const late = (of: string | null) => ({ of, says: 'late', type: 'clock.fired' })
  const upgraded = [late('a'), late('b'), late(null), late(null)]
  expect(lines(upgraded).map(({ times, matters }) => [times, matters])).toEqual([
    [2, 2],
    [2, 1],
  ])
})

test('a clock that ran out and the step that it led to are told as the step; one that led nowhere is told', () => {
  const moments = [
    { of: 'a', says: 'climbed', at: 5 },
    { of: 'a', says: 'late', type: 'clock.fired', at: 5 },
    { of: 'b', says: 'late', type: 'clock.fired', at: 4 },
    { of: null, says: 'late by itself', type: 'clock.fired', at: 3 },
  ]
  expect(read(moments).map(([sentence]) => sentence)).toEqual(['climbed', 'late', 'late by itself'])
})

test('however it is gathered, every event is counted once and the newest stays on top', () => {
  const told = fc.array(
    fc.record({ of: fc.constantFrom('a', 'b', null), says: fc.constantFrom('x', 'y', 'z') }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(told, (one) => {
      const gathered = lines(one)
      expect(gathered.reduce((sum, { times }) => sum + times, 0)).toBe(one.length)
      const seqs = gathered.map(({ change }) => change.seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => b - a))
    }),
    { seed: 7 },
  )
})
