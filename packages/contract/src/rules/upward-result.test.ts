import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishUpward, type ScoreCounts, UPWARD_ASPECTS } from './upward-result.ts'

const SEED = 20_261_128
const SCORES = [1, 2, 3, 4, 5] as const
type Ballot = { readonly attitude: number; readonly style: number; readonly effect: number }

const score = fc.integer({ min: 1, max: 5 })
const ballots = (least: number, most: number) =>
  fc.array(fc.record({ attitude: score, style: score, effect: score }), { minLength: least, maxLength: most })
const minimum = fc.integer({ min: 3, max: 20 })

const counted = (all: readonly Ballot[]) => {
  const of = (aspect: keyof Ballot) =>
    SCORES.map((one) => all.filter((ballot) => ballot[aspect] === one).length) as unknown as ScoreCounts
  return { attitude: of('attitude'), style: of('style'), effect: of('effect') }
}
const replaced = (all: readonly Ballot[], index: number, aspect: keyof Ballot, value: number) =>
  all.map((ballot, at) => (at === index ? { ...ballot, [aspect]: value } : ballot))

test('fewer than the smallest group show nothing, whatever they gave', () => {
  fc.assert(
    fc.property(minimum, ballots(0, 25), (least, all) => {
      expect(publishUpward(counted(all), least) === null).toBe(all.length < least)
    }),
    { seed: SEED },
  )
})

test('a result fits at least two scores of every rater, also to somebody who knows how many rated', () => {
  fc.assert(
    fc.property(ballots(3, 12), (all) => {
      const seen = JSON.stringify(publishUpward(counted(all), 3))
      for (const index of all.keys())
        for (const aspect of UPWARD_ASPECTS) {
          // Another score of this one, with the others as they are or one of them otherwise: the same result.
          const possible = SCORES.filter((other) => {
            const changed = replaced(all, index, aspect, other)
            const worlds = [
              changed,
              ...all
                .keys()
                .flatMap((at) =>
                  at === index ? [] : SCORES.map((value) => replaced(changed, at, aspect, value)),
                ),
            ]
            return worlds.some((world) => JSON.stringify(publishUpward(counted(world), 3)) === seen)
          })
          expect(possible.length).toBeGreaterThan(1)
        }
    }),
    { seed: SEED, numRuns: 60 },
  )
})

test('two results of quarters fit at least two scores of whoever rated in the later one alone: ballots are cast anew', () => {
  fc.assert(
    fc.property(ballots(3, 10), ballots(3, 10), score, (first, second, given) => {
      const joined = [...second, { attitude: given, style: given, effect: given }]
      const seen = [first, joined].map((all) => JSON.stringify(publishUpward(counted(all), 3)))
      const possible = SCORES.filter((other) =>
        second.some((_ballot, at) =>
          SCORES.some((value) => {
            const world = [
              ...replaced(second, at, 'effect', value),
              { attitude: given, style: given, effect: other },
            ]
            return JSON.stringify(publishUpward(counted(world), 3)) === seen[1]
          }),
        ),
      )
      expect(possible.length).toBeGreaterThan(1)
    }),
    { seed: SEED },
  )
})

test('how many rated is told in steps, so that one more or less is not seen', () => {
  const four = { attitude: 4, style: 4, effect: 4 }
  const of = (count: number) => publishUpward(counted(Array.from({ length: count }, () => four)), 3)
  expect([of(5), of(9)].map((one) => one?.ratersAtLeast)).toEqual([5, 5])
  expect(of(12)).toEqual({ ratersAtLeast: 10, bands: { attitude: 4, style: 4, effect: 4 } })
})
