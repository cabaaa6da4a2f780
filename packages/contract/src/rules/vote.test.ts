import { describe, expect, test } from 'vitest'
import { deliberation } from '../kinds/deliberation.ts'
import { countsArea, countVote, shortfallOf, tallyFits, type Vote } from './vote.ts'

const vote = (name: string): Vote => {
  const found = deliberation.votes?.[name]
  if (!found) throw new Error(`no vote ${name}`)
  return found
}
const heads = (entitled: number, present: number, inFavour: number) => ({ entitled, present, inFavour })
const area = (entitledAreaM2: number, presentAreaM2: number, inFavourAreaM2: number) => ({
  ...{ entitledAreaM2, presentAreaM2, inFavourAreaM2 },
})

describe('a vote is counted as the law counts it', () => {
  test.each<[string, string, Parameters<typeof countVote>[1], boolean, string[]]>([
    ['two thirds exactly attend and more than half of all agree', 'partyReview', heads(30, 20, 16), true, []],
    [
      'more than half of those who came are not half of all who should',
      'partyReview',
      heads(30, 20, 15),
      false,
      ['approve heads'],
    ],
    ['one short of two thirds', 'partyReview', heads(30, 19, 19), false, ['attend heads']],
    ['exactly half is not more than half', 'residents', heads(30, 20, 10), false, ['approve heads']],
    ['exactly half of the residents is no quorum', 'residents', heads(100, 50, 50), false, ['attend heads']],
    ['51 of 100, and 26 of them', 'residents', heads(100, 51, 26), true, []],
    [
      'three quarters of both, to the metre',
      'ownersSpecial',
      { ...heads(120, 80, 60), ...area(9_000, 6_000, 4_500) },
      true,
      [],
    ],
    [
      'passes on heads, fails on area',
      'ownersSpecial',
      { ...heads(120, 90, 80), ...area(9_000, 6_200, 4_600) },
      false,
      ['approve area'],
    ],
    [
      'few large flats take part',
      'ownersOrdinary',
      { ...heads(120, 70, 60), ...area(9_000, 7_000, 6_000) },
      false,
      ['attend heads'],
    ],
    [
      'an ordinary matter with more than half',
      'ownersOrdinary',
      { ...heads(120, 80, 41), ...area(9_000, 6_000, 3_001) },
      true,
      [],
    ],
  ])('%s', (_, name, tally, passed, missed) => {
    const result = countVote(vote(name), tally)
    expect(result.passed).toBe(passed)
    expect(result.missed.map(({ stage, share }) => `${stage} ${share.of}`)).toEqual(missed)
  })

  test.each([
    ['both reached', [120, 90, 70, 9_000, 6_200, 4_700], null],
    ['area alone fell short', [120, 90, 80, 9_000, 6_200, 4_600], 'area'],
    ['heads alone fell short', [120, 90, 60, 9_000, 6_200, 4_700], 'heads'],
    ['both fell short', [120, 90, 60, 9_000, 6_200, 4_600], 'both'],
    ['too few took part, whatever they said', [120, 79, 79, 9_000, 6_200, 6_200], 'attendance'],
  ] as const)('%s', (_, [entitled, present, inFavour, all, part, agreed], short) => {
    const tally = { ...heads(entitled, present, inFavour), ...area(all, part, agreed) }
    expect(shortfallOf(vote('ownersSpecial'), tally)).toBe(short)
  })

  test('numbers that cannot be are no count', () => {
    expect(tallyFits(vote('residents'), heads(10, 11, 1))).toBe(false)
    expect(tallyFits(vote('residents'), heads(10, 5, 6))).toBe(false)
    expect(tallyFits(vote('residents'), heads(0, 0, 0))).toBe(false)
    expect(tallyFits(vote('ownersOrdinary'), heads(10, 8, 6))).toBe(false)
    expect(tallyFits(vote('ownersOrdinary'), { ...heads(10, 8, 6), ...area(900, 901, 1) })).toBe(false)
    expect([countsArea(vote('residents')), countsArea(vote('ownersOrdinary'))]).toEqual([false, true])
  })
})
