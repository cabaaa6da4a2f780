import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countHonestly,
  HONEST_COUNTS,
  honestRates,
  type RatedLateness,
  type RatedResponse,
  type RatedRound,
} from './honest-counts.ts'
import { normalQuantile } from './normal-quantile.ts'

const day = (text: string) => Date.parse(`2026-${text}T12:00+08:00`)
const OCTOBER = [Date.parse('2026-10-01T00:00+08:00'), Date.parse('2026-11-01T00:00+08:00')] as const
const NOVEMBER = [OCTOBER[1], Date.parse('2026-12-01T00:00+08:00')] as const

/** Units: A to K were handled by X from the first day to the last; the others changed hands. */
type UnitRound = RatedRound & { readonly unit: string; readonly lateUnits: readonly string[] }
const round = ({ lateUnits, ...more }: Partial<UnitRound>): UnitRound => ({
  ...{ round: 0, startedAt: day('10-02'), endedAt: null, end: null, lateFrom: null, judgedAt: null },
  ...{ solved: null, satisfaction: null, reopenedAt: null, excluded: false, excludedAt: null },
  ...{ rung: 'community', unit: 'X', lateUnits: lateUnits ?? [more.unit ?? 'X'] },
  ...more,
})

/**
 * Fifteen matters, written down by hand with what each of them counts as.
 *
 * | matter | what happened | October | November |
 * | A | closed on time 10-05, solved, 5 stars | registered closed onTime judged solved rated satisfied, ends in community | – |
 * | B | closed late 10-20 (deadline 10-10), not judged | registered closed, ends in grid | – |
 * | C | open, deadline 10-15 | registered, open overdue | open overdue |
 * | D | open, deadline 12-20 | registered | – |
 * | E | judged unsolved 10-12 with 1 star, second round closed late on 11-04 and solved with 4 | registered judged rated reopened | closed judged solved rated satisfied, ends in subdistrict |
 * | F | closed on time 10-18 and judged solved; reopened 11-02 without a verdict, still open and late since 11-10 | registered closed onTime judged (not solved) | reopened; the open round is overdue |
 * | G | merged 10-09 | registered merged | – |
 * | H | excluded 10-20, closed late 10-21, judged unsolved | registered excluded | – |
 * | I | settled by the grid 10-03 | registered, ends in grid | – |
 * | J | registered 11-03, withdrawn 11-04 | – | registered withdrawn |
 * | K | registered 11-04, late since 11-10, excluded 11-11 and still open | – | registered excluded |
 * | L | P let 10-10 run out and gave it back 10-12; Q signed that day and closed it 10-14 | registered, closed by Q, late under P | – |
 * | M | led by Q in time and closed 10-16; its co-handler R was late | registered, closed and on time under Q, nothing under R | – |
 * | N | P late since 10-08, judged unsolved 10-20; Q closed the second round in time 11-05, solved | registered judged reopened, late under P | closed onTime judged solved under Q |
 * | O | led by Q, put on hold: no deadline runs | registered | – |
 * | S | P let 10-10 run out, Q, which took over, 10-15 too; closed 10-25 | registered, closed by Q, late under P and under Q | – |
 */
const ROUNDS: readonly UnitRound[] = [
  round({ endedAt: day('10-05'), end: 'closed', judgedAt: day('10-05'), solved: true, satisfaction: 5 }),
  round({ endedAt: day('10-20'), end: 'closed', lateFrom: day('10-10'), rung: 'grid' }),
  round({ lateFrom: day('10-15') }),
  round({ lateFrom: day('12-20') }),
  round({
    ...{ endedAt: day('10-12'), end: 'reopened', reopenedAt: day('10-12') },
    ...{ judgedAt: day('10-12'), solved: false, satisfaction: 1 },
  }),
  round({
    ...{ round: 1, startedAt: day('10-12'), endedAt: day('11-04'), end: 'closed', lateFrom: day('11-03') },
    ...{ judgedAt: day('11-04'), solved: true, satisfaction: 4, rung: 'subdistrict' },
  }),
  round({
    ...{ endedAt: day('10-18'), end: 'closed', judgedAt: day('10-18'), solved: true },
    reopenedAt: day('11-02'),
  }),
  round({ round: 1, startedAt: day('11-02'), lateFrom: day('11-10') }),
  round({ endedAt: day('10-09'), end: 'merged' }),
  round({
    ...{ endedAt: day('10-21'), end: 'closed', lateFrom: day('10-08') },
    ...{ excluded: true, excludedAt: day('10-20') },
    ...{ judgedAt: day('10-21'), solved: false, satisfaction: 1 },
  }),
  round({ endedAt: day('10-03'), end: 'selfHandled', rung: 'grid' }),
  round({ startedAt: day('11-03'), endedAt: day('11-04'), end: 'withdrawn' }),
  round({ startedAt: day('11-04'), lateFrom: day('11-10'), excluded: true, excludedAt: day('11-11') }),
  round({ endedAt: day('10-14'), end: 'closed', lateFrom: day('10-10'), unit: 'Q', lateUnits: ['P'] }),
  round({ endedAt: day('10-16'), end: 'closed', unit: 'Q' }),
  round({
    ...{ endedAt: day('10-20'), end: 'reopened', reopenedAt: day('10-20') },
    ...{ judgedAt: day('10-20'), solved: false, lateFrom: day('10-08'), unit: 'P' },
  }),
  round({
    ...{ round: 1, startedAt: day('10-20'), endedAt: day('11-05'), end: 'closed' },
    ...{ judgedAt: day('11-05'), solved: true, unit: 'Q' },
  }),
  round({ unit: 'Q' }),
  round({ endedAt: day('10-25'), end: 'closed', lateFrom: day('10-10'), unit: 'Q', lateUnits: ['P', 'Q'] }),
]
/** Q's own deadline of S was another one than P's. */
const LATE: readonly (RatedLateness & { readonly unit: string })[] = ROUNDS.flatMap(
  ({ lateFrom, lateUnits, ...one }) =>
    lateFrom === null
      ? []
      : lateUnits.map((unit, index) => ({ ...one, unit, lateFrom: index === 0 ? lateFrom : day('10-15') })),
)

/** Signed in time, signed late, never signed, not yet due at the end of October, excluded. */
const RESPONSES: readonly RatedResponse[] = [
  ['10-02', '10-03', '10-03', false],
  ['10-02', '10-03', '10-04', false],
  ['10-10', '10-11', null, false],
  ['10-30', '11-02', '11-01', false],
  ['10-02', '10-03', null, true],
].map(([startedAt, dueAt, stoppedAt, excluded]) => ({
  startedAt: day(startedAt as string),
  dueAt: day(dueAt as string),
  stoppedAt: stoppedAt === null ? null : day(stoppedAt as string),
  excluded: excluded as boolean,
}))

const none = Object.fromEntries(HONEST_COUNTS.map((name) => [name, 0]))

describe('counts of a month against a table made by hand', () => {
  test('October', () => {
    expect(countHonestly(ROUNDS, RESPONSES, LATE, OCTOBER)).toEqual({
      ...none,
      // A to I, L to O, S.
      registered: 14,
      // The first three; the fourth signs later, the last is excluded.
      ...{ asked: 3, responded: 1 },
      // A, B, F, L, M, S; A, F and M on time; C open and late.
      ...{ closed: 6, closedOnTime: 3, openOverdue: 1 },
      // B, L, N, and S twice.
      endedLate: 5,
      // A, E, F, N; only A is solved: F came back.
      ...{ judged: 4, solved: 1, rated: 2, satisfied: 1 },
      // E and N.
      reopened: 2,
      ...{ merged: 1, excluded: 1 },
      // B and I; A, L, M, S. F came back, so it did not end here.
      ...{ endedGrid: 2, endedCommunity: 4 },
    })
  })

  test('November', () => {
    expect(countHonestly(ROUNDS, RESPONSES, LATE, NOVEMBER)).toEqual({
      ...none,
      // J and K.
      registered: 2,
      // The one that never signed, and the one that signed in time.
      ...{ asked: 2, responded: 1 },
      // The second rounds of E, late, and of N, in time; C and F's second round open and late.
      ...{ closed: 2, closedOnTime: 1, endedLate: 1, openOverdue: 2 },
      ...{ judged: 2, solved: 2, rated: 1, satisfied: 1 },
      reopened: 1,
      ...{ withdrawn: 1, excluded: 1 },
      ...{ endedCommunity: 1, endedSubdistrict: 1 },
    })
  })

  test('by unit: whoever let a deadline run out is late, not whoever had the matter then', () => {
    const lines = [OCTOBER, NOVEMBER].map((span) =>
      ['X', 'P', 'Q', 'R'].map((unit) => {
        const of = <T extends { readonly unit: string }>(all: readonly T[]) =>
          all.filter((one) => one.unit === unit)
        const counts = countHonestly(of(ROUNDS), [], of(LATE), span)
        const { numerator, denominator } = honestRates(counts, { minimum: 3, confidencePercent: 95 }).onTime
        return [unit, counts.closed, counts.closedOnTime, counts.endedLate, numerator, denominator]
      }),
    )
    // Unit, closed, closed on time, late, and the two numbers of its rate.
    expect(lines).toEqual([
      [
        ['X', 3, 2, 1, 2, 4],
        ['P', 0, 0, 3, 0, 3],
        ['Q', 3, 1, 1, 1, 2],
        ['R', 0, 0, 0, 0, 0],
      ],
      [
        ['X', 1, 0, 1, 0, 3],
        ['P', 0, 0, 0, 0, 0],
        ['Q', 1, 1, 0, 1, 1],
        ['R', 0, 0, 0, 0, 0],
      ],
    ])
  })

  test('rates divide what the formulas say', () => {
    const judged = { minimum: 3, confidencePercent: 95 }
    const rates = honestRates(countHonestly(ROUNDS, RESPONSES, LATE, OCTOBER), judged)
    const parts = Object.fromEntries(
      Object.entries(rates).map(([name, { numerator, denominator, tooFewToSay }]) => [
        name,
        [numerator, denominator, tooFewToSay],
      ]),
    )
    expect(parts).toEqual({
      signedInTime: [1, 3, false],
      onTime: [3, 9, false],
      solved: [1, 4, false],
      satisfied: [1, 2, true],
      reopened: [2, 8, false],
      inGrid: [2, 6, false],
      inCommunity: [6, 6, false],
    })
    // Wilson, worked out by hand for 3 of 9 at 95 %: 0.383 ± 0.263.
    expect(rates.onTime.interval?.map((end) => end.toFixed(3))).toEqual(['0.121', '0.646'])
  })

  test('leaving a late matter open never makes the rate better than closing it late', () => {
    const judged = { minimum: 3, confidencePercent: 95 }
    const some = fc.nat(1000)
    fc.assert(
      fc.property(some, some, some, (closedOnTime, endedLate, openOverdue) => {
        const counts = { ...countHonestly([], [], [], OCTOBER), closedOnTime, endedLate, openOverdue }
        const left = honestRates({ ...counts, openOverdue: openOverdue + 1 }, judged)
        const done = honestRates({ ...counts, endedLate: endedLate + 1 }, judged)
        expect(left.onTime).toEqual(done.onTime)
        expect(left.onTime.denominator).toBe(closedOnTime + endedLate + openOverdue + 1)
      }),
    )
  })

  test('each requester of a joined matter counts, and those who judged one answer make no rate surer than one would', () => {
    const said = { judgedAt: day('10-06'), solved: true, satisfaction: 5, reopenedAt: null, excluded: false }
    // Of A, beside its own requester: content; not solved; content at first and reopened in November; left out.
    const joined = [
      said,
      { ...said, solved: false, satisfaction: 1, reopenedAt: day('10-06') },
      { ...said, satisfaction: 2, reopenedAt: day('11-03') },
      { ...said, excluded: true },
    ]
    const before = countHonestly(ROUNDS, RESPONSES, LATE, OCTOBER)
    const counts = countHonestly(ROUNDS, RESPONSES, LATE, OCTOBER, joined)
    expect(counts).toEqual({ ...before, judged: 7, solved: 2, rated: 5, satisfied: 2, reopened: 3 })
    expect(countHonestly(ROUNDS, RESPONSES, LATE, NOVEMBER, joined).reopened).toBe(2)
    // Four judged A: as sure as 49 ÷ (3 + 16) answers. Wilson by hand for 2 of 7 with that: 0.414 ± 0.372.
    const { solved } = honestRates(counts, { minimum: 3, confidencePercent: 95 }, { judged: 12, rated: 12 })
    expect([solved.numerator, solved.denominator, solved.tooFewToSay]).toEqual([2, 7, true])
    expect(solved.interval?.map((end) => end.toFixed(3))).toEqual(['0.042', '0.786'])
  })

  test('nothing is never a hundred per cent', () => {
    const rates = honestRates(countHonestly([], [], [], OCTOBER), { minimum: 30, confidencePercent: 90 })
    for (const rate of Object.values(rates)) expect([rate.value, rate.tooFewToSay]).toEqual([null, true])
  })
})

test('quantiles are those of the printed table', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.9, 1.281552],
    [0.95, 1.644854],
    [0.975, 1.959964],
    [0.995, 2.575829],
    [0.05, -1.644854],
  ] as const)
    expect(normalQuantile(p)).toBeCloseTo(z, 6)
  for (const p of [0, 1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
})
