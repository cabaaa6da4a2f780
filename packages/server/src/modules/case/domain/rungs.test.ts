import { currentKind, elapsed, getKind, type HolidayCalendar, type Ladder, SETTINGS } from '@lianxin/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALENDAR, ITEMS, UNITS } from '../../../../test/scenarios/model-district.ts'
import { type ClockContext, dueAgain, dueFor, hoursOf, leftOf } from './clocks.ts'
import { firstRung, percentAfter, rungAfter, rungsOf, WHOLE } from './rungs.ts'

const SEED = 20261128
const HOUR = 3_600_000
const START = Date.parse('2026-09-07T09:00+08:00')
const percents = fc.uniqueArray(fc.integer({ min: 50, max: 1000 }), { minLength: 1, maxLength: 4 })
const item = fc.constantFrom(...ITEMS)
const unit = fc.constantFrom(...UNITS)

const contextOf = (one: (typeof ITEMS)[number], ladder: Ladder, calendar: HolidayCalendar = CALENDAR) =>
  ({
    ...{ kind: { ...getKind('request', 2), ladder }, item: one, level: one.level, calendar },
    ...{ now: START, choices: {}, until: null },
  }) satisfies ClockContext

const ladderOf = (level: number, after: readonly number[]): Ladder =>
  after.map((afterPercent) => ({
    ...{ level: `level${level}` as 'level1', counts: 'every' as const, afterPercent },
    to: 'commandCentre' as const,
  }))

/** All moments of a clock that nobody stops, as the house would come to them. */
function climb(context: ClockContext, of: (typeof UNITS)[number], startedAt: number, dueAt: number) {
  const moments: { percent: number; at: number }[] = []
  const span = { clock: 'handle', startedAt, dueAt }
  let rung = firstRung('handle', startedAt, dueAt, of, context)
  while (rung && rung.at !== null) {
    const percent = percentAfter(rung.reached, 'handle', context) ?? 0
    moments.push({ percent, at: rung.at })
    rung = rungAfter({ ...rung, reached: percent }, span, of, context)
  }
  return moments
}

test('every rung of a ladder comes once and in its order, before the limit or after it as it says', () => {
  fc.assert(
    fc.property(item, unit, percents, fc.nat(30 * 24 * HOUR), (one, of, after, wait) => {
      const context = { ...contextOf(one, ladderOf(one.level, after)), now: START + wait }
      const dueAt = dueFor('handle', of, context)?.dueAt ?? 0
      const moments = climb(context, of, context.now, dueAt)
      const wanted = after.filter((percent) => percent !== WHOLE).toSorted((a, b) => a - b)
      expect(moments.map(({ percent }) => percent)).toEqual(wanted)
      expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).toSorted((a, b) => a - b))
      for (const { percent, at } of moments)
        expect(percent < WHOLE ? at <= dueAt && at >= context.now : at >= dueAt).toBe(true)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('twice the limit is as much working time again, whatever nights, weekends and holidays lie between', () => {
  fc.assert(
    fc.property(item, unit, fc.nat(60 * 24 * HOUR), (one, of, wait) => {
      const context = { ...contextOf(one, ladderOf(one.level, [200])), now: START + wait }
      const dueAt = dueFor('handle', of, context)?.dueAt ?? 0
      const [twice] = climb(context, of, context.now, dueAt)
      const working = one.clockKind === 'workingDay' || one.clockKind === 'workingHour'
      const own = hoursOf(of, context)
      const rule = {
        ...{ kind: working ? ('workingHour' as const) : ('urgentHour' as const), calendar: CALENDAR },
        hours: one.clockKind === 'workingDay' ? hoursOf(undefined, context) : own,
      }
      const first = elapsed({ ...rule, startAt: context.now }, dueAt)
      expect(elapsed({ ...rule, startAt: dueAt }, twice?.at ?? 0)).toBeCloseTo(first, 5)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a clock that was put on hold goes on where it stood: no rung comes twice and none is left out', () => {
  fc.assert(
    fc.property(item, percents, fc.nat(20 * 24 * HOUR), fc.nat(9 * 24 * HOUR), (one, after, ran, held) => {
      const context = contextOf(one, ladderOf(one.level, after))
      const [, , , of] = UNITS
      const dueAt = dueFor('handle', of, context)?.dueAt ?? 0
      const clock = {
        ...{ id: '1', clock: 'handle', assignmentId: null, startedAt: START, dueAt, provisional: false },
        ...{ stoppedAt: null, firedAt: null, left: null },
      }
      const pausedAt = START + ran
      const before: number[] = []
      let rung = firstRung('handle', START, dueAt, of, context)
      while (rung && rung.at !== null && rung.at <= pausedAt) {
        const percent = percentAfter(rung.reached, 'handle', context) ?? 0
        before.push(percent)
        rung = rungAfter({ ...rung, reached: percent }, clock, of, context)
      }
      const left = leftOf(clock, of, { ...context, now: pausedAt })
      const later = { ...context, now: pausedAt + held }
      const again = dueAgain({ ...clock, left }, of, later)
      const span = { clock: 'handle', startedAt: later.now, dueAt: again.dueAt }
      const afterwards: number[] = []
      let next = rung && rungAfter(rung, span, of, later)
      while (next && next.at !== null) {
        expect(next.at).toBeGreaterThanOrEqual(later.now)
        const percent = percentAfter(next.reached, 'handle', context) ?? 0
        afterwards.push(percent)
        next = rungAfter({ ...next, reached: percent }, span, of, later)
      }
      expect([...before, ...afterwards]).toEqual(
        after.filter((percent) => percent !== WHOLE).toSorted((a, b) => a - b),
      )
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('half of three working days over a weekend is half of the office hours in them', () => {
  const [stairs] = ITEMS
  if (!stairs) throw new Error('no item')
  const [, , community] = UNITS
  const context = { ...contextOf(stairs, ladderOf(2, [50])), now: Date.parse('2026-09-11T08:30+08:00') }
  const dueAt = dueFor('handle', community, context)?.dueAt ?? 0
  expect(new Date(dueAt).toISOString()).toBe('2026-09-16T09:00:00.000Z')
  // Friday, Monday, Tuesday and Wednesday have 7.5 hours each: half of thirty is the end of Monday.
  expect(climb(context, community as never, context.now, dueAt)).toEqual([
    { percent: 50, at: Date.parse('2026-09-14T17:00+08:00') },
  ])
})

test.each(['whistle', 'rectification', 'topic', 'assignment'])(
  'in a %s every limit that ends in nothing but an alert has the ladder above it, counted from its end where it is a date',
  (name) => {
    const kind = { ...currentKind(name), ladder: SETTINGS.ladder.initial }
    const of = { ...contextOf(ITEMS[0] as never, kind.ladder), kind, item: null, level: 2 }
    const context = { ...of, choices: { cause: 'keyWork' }, until: START + 60 * 24 * HOUR }
    const [, , community] = UNITS
    for (const clock of Object.keys(kind.clocks).filter((one) => !kind.onExpiry[one])) {
      const dueAt = dueFor(clock, community, context)?.dueAt ?? 0
      const rung = firstRung(clock, START, dueAt, community, context)
      expect([clock, percentAfter(0, clock, context), (rung?.at ?? 0) > dueAt]).toEqual([clock, 200, true])
      if (kind.clocks[clock]?.laddered !== true) expect((rung?.at ?? 0) - dueAt).toBeLessThan(15 * 24 * HOUR)
    }
  },
)

test('the rungs of an item stand in place of those of its level, and other items keep theirs', () => {
  const [stairs, heating] = ITEMS
  if (!stairs || !heating) throw new Error('no items')
  const itemLadders = [
    { item: 'stairs', afterPercent: 300, to: 'commandCentre' as const },
    { item: 'stairs', afterPercent: 60, to: 'subdistrict' as const },
  ]
  const of = (item: typeof stairs) => {
    const context = contextOf(item, SETTINGS.ladder.initial)
    return rungsOf('handle', { ...context, kind: { ...context.kind, itemLadders } })
  }
  expect(of(stairs).map(({ afterPercent }) => afterPercent)).toEqual([60, 300])
  expect(of(heating)).toEqual(rungsOf('handle', contextOf(heating, SETTINGS.ladder.initial)))
})

test('only the limit that the catalogue promises has a ladder, and a new calendar moves what has not come yet', () => {
  const [stairs] = ITEMS
  if (!stairs) throw new Error('no item')
  const context = contextOf(stairs, SETTINGS.ladder.initial)
  expect(rungsOf('triage', context)).toEqual([])
  expect(firstRung('triage', START, START + HOUR, undefined, context)).toBeNull()
  const [, , community] = UNITS
  const dueAt = dueFor('handle', community, context)?.dueAt ?? 0
  const rung = firstRung('handle', START, dueAt, community, context)
  const free = (days: readonly string[]) => ({
    ...CALENDAR,
    years: { 2026: { published: true, holidays: days, makeUpWorkdays: [] } },
  })
  const span = { clock: 'handle', startedAt: START, dueAt }
  const moved = rung && rungAfter(rung, span, community, { ...context, calendar: free(['2026-09-14']) })
  expect((moved?.at ?? 0) - (rung?.at ?? 0)).toBe(24 * HOUR)
})
