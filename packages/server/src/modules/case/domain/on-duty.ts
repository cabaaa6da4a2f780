import {
  elapsed,
  type HolidayCalendar,
  type Kind,
  MINUTE_MS,
  type Permission,
  type Role,
  ruleOf,
} from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { CaseFacts } from './case-facts.ts'
import { hoursOf, limitOf, running } from './clocks.ts'

export type DutyGround = {
  readonly kind: Kind
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
}

/** Whose post is held around the clock, by what the post is. */
const ON_DUTY: Role = 'dutyOfficer'

type Called = Pick<CaseFacts['assignments'][number], 'id' | 'state'>

/**
 * May anybody of this unit take the next step on what it was called for? Somebody has to hold a post that may take it; and while
 * the offices are closed and one of its clocks runs on, a post of those that are on duty, unless the unit never closes. That holds
 * for the moment of asking: nothing asks again when offices open or close, the next step or change of a post does.
 */
export function mayAnswer(
  unit: Unit | undefined,
  called: Called,
  facts: CaseFacts,
  ground: DutyGround,
  now: number,
): boolean {
  if (!unit?.staffed) return false
  const permits = nextSteps(ground.kind, facts.state, called.state)
  // Nothing is asked of the unit itself in this state of things: whoever is there can be told.
  if (permits.length === 0) return true
  const able = unit.roles.filter((role) => permits.some((permit) => ruleOf(permit).roles[role]))
  if (able.length === 0) return false
  return able.includes(ON_DUTY) || !runsAround(called, facts, ground) || isOpen(unit, ground, now)
}

/** The permissions of the steps that a unit can take on its own row of a matter. */
const nextSteps = (kind: Kind, state: string, of: Called['state']): readonly Permission[] =>
  Object.values(kind.moves).flatMap(({ from, permit, assignment }) =>
    from.includes(state) && assignment && 'mine' in assignment && assignment.mine.from.includes(of)
      ? [permit]
      : [],
  )

/** Does one of its clocks run while the offices are closed? */
const runsAround = (called: Called, facts: CaseFacts, { kind, item }: DutyGround): boolean =>
  facts.clocks.some(
    (clock) =>
      running(clock) &&
      clock.assignmentId === called.id &&
      limitOf(clock.clock, { kind, item, choices: facts.choices })?.kind === 'urgentHour',
  )

function isOpen(unit: Unit, { kind, calendar }: DutyGround, now: number): boolean {
  const hours = hoursOf(unit, { kind })
  return elapsed({ kind: 'workingHour', hours, calendar, startAt: now }, now + MINUTE_MS) > 0
}
