import Type, { type Static } from 'typebox'
import type { FieldProblem } from '../errors.ts'
import type { ClockKind } from '../rules/clock.ts'
import { CLOCK_KIND_WORDS, COUNTED_IN, choice, closedObject, counted, setting, titled } from './setting.ts'

export const LADDER_LEVELS = {
  level1: { zh: '一级（网格）', en: 'Level 1 (grid)' },
  level2: { zh: '二级（社区）', en: 'Level 2 (community)' },
  level3: { zh: '三级（街道）', en: 'Level 3 (subdistrict)' },
  level4: { zh: '四级（区部门）', en: 'Level 4 (district departments)' },
  level5: { zh: '五级（紧急）', en: 'Level 5 (emergency)' },
} as const

/** How much of the limit is used up when it climbs: from and to, in per cent. */
export const PERCENT_BOUNDS = [50, 1000] as const
/** Where it climbs to, from the bottom up. */
export const CLIMB_HEIGHTS = {
  community: { zh: '社区', en: 'the community' },
  subdistrict: { zh: '街道', en: 'the subdistrict' },
  commandCentre: { zh: '区指挥中心', en: 'the district command centre' },
} as const

export const CLIMB = {
  afterPercent: titled(
    counted(Type.Integer({ minimum: PERCENT_BOUNDS[0], maximum: PERCENT_BOUNDS[1] }), COUNTED_IN.perCent),
    '用去时限',
    'After this share of the limit',
  ),
  to: titled(choice(CLIMB_HEIGHTS), '升到', 'Goes up to'),
} as const

const Rung = closedObject({
  level: titled(choice(LADDER_LEVELS), '事项级别', 'Level of the item'),
  counts: titled(
    choice({ every: { zh: '所有计时方式', en: 'every kind of clock' }, ...CLOCK_KIND_WORDS }),
    '计时方式',
    'Counted in',
  ),
  ...CLIMB,
})
export type Rung = Static<typeof Rung>
/** Where it goes and when: what every rung says, of whichever ladder. */
export type Climb = Pick<Rung, 'afterPercent' | 'to'>
export const Ladder = Type.Array(Rung, { maxItems: 100 })
export type Ladder = Static<typeof Ladder>

/** The rungs for an item's level and kind of clock, soonest first. Rungs for that kind of clock stand in place of those for every kind. */
export function rungsFor(rungs: Ladder, level: number, kind: ClockKind): readonly Climb[] {
  const ofLevel = rungs.filter((rung) => rung.level === `level${level}`)
  const own = ofLevel.filter((rung) => rung.counts === kind)
  const chosen = own.length > 0 ? own : ofLevel.filter((rung) => rung.counts === 'every')
  return soonestFirst(chosen)
}

export const soonestFirst = <C extends Climb>(rungs: readonly C[]): readonly C[] =>
  rungs.toSorted((one, other) => one.afterPercent - other.afterPercent)

const heightOf = ({ to }: Climb) => Object.keys(CLIMB_HEIGHTS).indexOf(to)

/** Rungs that no ladder can have beside those that come before them: one goes up, or is none. */
export const unclimbable = <C extends Climb>(
  rungs: readonly C[],
  ofOne: (rung: C, other: C) => boolean,
): readonly FieldProblem[] =>
  rungs.flatMap((one, index) =>
    rungs.some(
      (other) =>
        other !== one &&
        ofOne(one, other) &&
        other.afterPercent <= one.afterPercent &&
        heightOf(other) >= heightOf(one),
    )
      ? [
          {
            field: `${index}.to`,
            zh: '同一个梯子里，越晚的一步要升得越高。',
            en: 'On a ladder, a later rung has to go higher than an earlier one.',
          },
        ]
      : [],
  )
const rung = (level: keyof typeof LADDER_LEVELS, afterPercent: number, to: Rung['to']): Rung => ({
  level,
  counts: 'every',
  afterPercent,
  to,
})

export const ladder = setting({
  title: { zh: '超时升级', en: 'Escalation ladder' },
  explanation: {
    zh: '时限用完还没有办好时，这件事升到哪一级督办。“100%”是时限正好用完，“200%”是又过了同样长的时间。',
    en: 'Who takes a matter in hand when its time has run out. “100 %” is when the limit is used up, “200 %” as long again.',
  },
  schema: Ladder,
  initial: [
    rung('level1', 100, 'community'),
    rung('level1', 200, 'subdistrict'),
    rung('level1', 300, 'commandCentre'),
    rung('level2', 100, 'subdistrict'),
    rung('level2', 200, 'commandCentre'),
    rung('level3', 100, 'commandCentre'),
    rung('level4', 100, 'commandCentre'),
    rung('level5', 50, 'subdistrict'),
    rung('level5', 100, 'commandCentre'),
  ],
  permit: 'setting.change',
  reaches: 'kept',
  faults: (rungs) => {
    const skipped = Object.keys(LADDER_LEVELS).flatMap((level) =>
      rungs.some((one) => one.level === level && one.counts === 'every')
        ? []
        : [
            {
              field: 'body',
              zh: `${LADDER_LEVELS[level as keyof typeof LADDER_LEVELS].zh}没有“所有计时方式”的一步：超时后就没有人管了。`,
              en: `${LADDER_LEVELS[level as keyof typeof LADDER_LEVELS].en} has no rung for every kind of clock: late matters would be nobody’s.`,
            },
          ],
    )
    return [
      ...unclimbable(rungs, (one, other) => one.level === other.level && one.counts === other.counts),
      ...skipped,
    ]
  },
})
