import type { ClockLimit, Kind, KindClock } from '../kinds/kind.ts'
import type { ItemLadders } from './item-ladders.ts'
import type { Ladder } from './ladder.ts'
import { type OfficeHours, unitHoursOf } from './office-hours.ts'
import type { SettingName, SettingValue } from './settings.ts'
import { stepLimitOf } from './step-limits.ts'
import { decidedVote, type VoteRules } from './vote-rules.ts'

/** The rules that a matter keeps from the moment when it was opened, by their names. */
export type KeptRules = {
  readonly stepLimits: SettingValue<'stepLimits'>
  readonly reopenWindowDays: number
  readonly officeHours: OfficeHours
  readonly ladder: Ladder
  readonly itemLadders: ItemLadders
} & { readonly [N in SettingName]?: unknown }

/** The settings that a kind of matter is decided by. */
export const settingsOf = (kind: Kind): readonly SettingName[] =>
  [
    'stepLimits',
    'reopenWindowDays',
    'officeHours',
    'ladder',
    'itemLadders',
    ...(kind.votes ? ['voteRules'] : []),
    ...new Set(Object.values(kind.clocks).flatMap(({ decidedBy }) => (decidedBy ? [decidedBy.setting] : []))),
  ] as readonly SettingName[]

/** A kind as a district has decided it: its own limits in place of those of the house. The engine knows no other difference. */
export const decidedKind = (kind: Kind, rules: KeptRules): Kind => ({
  ...kind,
  hours: unitHoursOf(rules.officeHours),
  ladder: rules.ladder,
  itemLadders: rules.itemLadders,
  reopenWindowDays: kind.reopenWindowDays > 0 ? rules.reopenWindowDays : kind.reopenWindowDays,
  clocks: Object.fromEntries(
    Object.entries(kind.clocks).map(([name, clock]) => [name, decidedClock(kind.kind, name, clock, rules)]),
  ),
  ...(kind.votes ? { votes: decidedVotes(kind.votes, rules.voteRules as VoteRules) } : {}),
})

const decidedVotes = (votes: NonNullable<Kind['votes']>, rules: VoteRules): NonNullable<Kind['votes']> =>
  Object.fromEntries(Object.entries(votes).map(([name, own]) => [name, decidedVote(name, own, rules)]))

function decidedClock(kind: string, name: string, clock: KindClock, rules: KeptRules): KindClock {
  const { limit, decidedBy } = clock
  if (typeof limit !== 'object') return clock
  const own = stepLimitOf(rules.stepLimits, kind, name)
  if ('until' in limit) return own ? { ...clock, limit: { until: own.amount } } : clock
  if ('amount' in limit) return { ...clock, limit: own ?? limit }
  if (!decidedBy) return clock
  const decided = rules[decidedBy.setting as SettingName] as Readonly<
    Record<string, Readonly<Record<string, ClockLimit>>>
  >
  const of = Object.fromEntries(
    Object.entries(limit.of).map(([option, own]) => [option, decided[option]?.[decidedBy.part] ?? own]),
  )
  return { ...clock, limit: { ...limit, of } }
}
