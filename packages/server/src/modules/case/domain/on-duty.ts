import {
  type ClockFact,
  type HolidayCalendar,
  isOpenAt,
  type Kind,
  opensOrClosesAfter,
  type Permission,
  type Role,
  ruleOf,
} from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import { type CaseFacts, presentRound } from './case-facts.ts'
import { hoursOf, limitOf, running } from './clocks.ts'
import { isBusy } from './owner.ts'

export type DutyGround = {
  readonly kind: Kind
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
}

/** Whose post is held around the clock, by what the post is. */
const ON_DUTY: Role = 'dutyOfficer'

type Called = Pick<CaseFacts['assignments'][number], 'id' | 'unitId' | 'state'>

/** Who is called in the present round and still has something to do, beside whoever owns the matter. */
export const calledIn = (facts: CaseFacts) =>
  presentRound(facts).filter((one) => isBusy(one) && one.unitId !== facts.ownerUnitId)

/** May anybody of this unit take the next step on what it was called for, at this moment? */
export function mayAnswer(called: Called, facts: CaseFacts, ground: DutyGround, now: number): boolean {
  const unit = unitOf(called, ground)
  const duty = dutyOf(unit, called, facts, ground)
  return duty === 'offices' ? isOpenAt(ground.calendar, hoursOf(unit, ground), now) : duty === 'always'
}

export type DutyMoment = { readonly clockId: string; readonly at: number }

/**
 * When the hour alone will change who may answer: the next opening or closing of the offices of each called unit, kept on a
 * clock that runs on meanwhile. A unit that never closes has none, nor has one where the answer is the same by night.
 */
export const dutyMoments = (facts: CaseFacts, ground: DutyGround, now: number): readonly DutyMoment[] =>
  facts.closedAt !== null
    ? []
    : calledIn(facts).flatMap((called) => {
        const unit = unitOf(called, ground)
        if (dutyOf(unit, called, facts, ground) !== 'offices') return []
        const [clock] = clocksAround(called, facts, ground)
        const at = opensOrClosesAfter(ground.calendar, hoursOf(unit, ground), now)
        return clock && at !== null ? [{ clockId: clock.id, at }] : []
      })

const unitOf = ({ unitId }: Called, { units }: DutyGround) => units.find(({ id }) => id === unitId)

/**
 * Somebody has to hold a post that may take the next step; and where one of the unit's clocks runs on while the offices are
 * closed, a post of those that are on duty, or else somebody is there while they are open.
 */
function dutyOf(
  unit: Unit | undefined,
  called: Called,
  facts: CaseFacts,
  ground: DutyGround,
): 'always' | 'offices' | 'nobody' {
  if (!unit?.staffed) return 'nobody'
  const permits = nextSteps(ground.kind, facts.state, called.state)
  // Nothing is asked of the unit itself in this state of things: whoever is there can be told.
  if (permits.length === 0) return 'always'
  const able = unit.roles.filter((role) => permits.some((permit) => ruleOf(permit).roles[role]))
  if (able.length === 0) return 'nobody'
  if (able.includes(ON_DUTY) || hoursOf(unit, ground) === 'always') return 'always'
  return clocksAround(called, facts, ground).length > 0 ? 'offices' : 'always'
}

/** The permissions of the steps that a unit can take on its own row of a matter. */
const nextSteps = (kind: Kind, state: string, of: Called['state']): readonly Permission[] =>
  Object.values(kind.moves).flatMap(({ from, permit, assignment }) =>
    from.includes(state) && assignment && 'mine' in assignment && assignment.mine.from.includes(of)
      ? [permit]
      : [],
  )

/** Those of its clocks that run while the offices are closed. */
const clocksAround = (called: Called, facts: CaseFacts, { kind, item }: DutyGround): readonly ClockFact[] =>
  facts.clocks.filter(
    (clock) =>
      running(clock) &&
      clock.assignmentId === called.id &&
      limitOf(clock.clock, { kind, item, choices: facts.choices })?.kind === 'urgentHour',
  )
