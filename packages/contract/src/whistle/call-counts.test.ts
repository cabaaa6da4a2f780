import { expect, test } from 'vitest'
import { type CallFacts, callRates } from './call-counts.ts'

const NOW = 100
const clocks = (answeredAt: number | null, arrivedAt: number | null) => ({
  answer: { dueAt: 10, stoppedAt: answeredAt },
  arrive: { dueAt: 50, stoppedAt: arrivedAt },
})
const call = (more: Partial<CallFacts>): CallFacts => ({
  ...{ isThere: false, refused: false, upheld: false, overruled: false, absent: false, scores: null },
  ...clocks(null, null),
  ...more,
})
const SCORES = { attitude: 5, style: 4, effect: 3 }

/**
 * Ten calls by hand. Deadlines: answer 10, be there 50; it is 100 now.
 *
 * | call | what happened | answered | arrived |
 * | A | answered 5, there 40, rated 5 4 3 | 1/1 | 1/1 |
 * | B | came without an answer at 8 | 1/1 | 1/1 |
 * | C | answered 12, there 60 | 0/1 | 0/1 |
 * | D | answered 5, not there yet, late | 1/1 | 0/1 |
 * | E | neither, late | 0/1 | 0/1 |
 * | F | refused at 6, upheld | – | – |
 * | G | refused at 20, still to be decided | 0/1 | – |
 * | H | refused, overruled: new clocks, answered 5, there 30 | 1/1 | 1/1 |
 * | I | released at 4, before any deadline | – | – |
 * | J | answered 5, noted as absent at 70 | 1/1 | 0/1 |
 */
const CALLS: readonly CallFacts[] = [
  call({ isThere: true, ...clocks(5, 40), scores: SCORES }),
  call({ isThere: true, ...clocks(8, 8) }),
  call({ isThere: true, ...clocks(12, 60) }),
  call(clocks(5, null)),
  call({}),
  call({ ...clocks(6, 6), refused: true, upheld: true }),
  call({ ...clocks(20, 20), refused: true }),
  call({ isThere: true, ...clocks(5, 30), refused: true, overruled: true, scores: SCORES }),
  call(clocks(4, 4)),
  call({ ...clocks(5, 70), absent: true }),
]

test('how units came, against a table made by hand', () => {
  const judged = { minimum: 2, confidencePercent: 95 }
  const { called, answered, arrived, refused, upheld, absent, rated, aspects } = callRates(CALLS, NOW, judged)
  expect({ called, refused, absent, rated }).toEqual({ called: 10, refused: 3, absent: 1, rated: 2 })
  const parts = [answered, arrived, upheld, aspects.attitude, aspects.effect]
  expect(parts.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [5, 8],
    [3, 7],
    [1, 2],
    [2, 2],
    [0, 2],
  ])
  expect(arrived.interval?.map((end) => end.toFixed(3))).toEqual(['0.158', '0.750'])
})

test('of nothing nothing is said', () => {
  const { answered, arrived, upheld } = callRates([], NOW, { minimum: 30, confidencePercent: 90 })
  for (const rate of [answered, arrived, upheld]) expect([rate.value, rate.tooFewToSay]).toEqual([null, true])
})
