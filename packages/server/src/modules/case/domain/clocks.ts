import {
  type ClockFact,
  type Deadline,
  deadline,
  type HolidayCalendar,
  type Kind,
  OFFICE_HOURS,
} from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'

export type ClockContext = {
  readonly kind: Kind
  readonly item: Item | null
  readonly calendar: HolidayCalendar
  readonly now: number
}

/** When a clock of this kind of case would be due if it started now for this unit. Null: it needs an item that is not known yet. */
export function dueFor(
  name: string,
  unit: Unit | undefined,
  { kind, item, calendar, now }: ClockContext,
): Deadline | null {
  const spec = kind.clocks[name]
  if (!spec) throw new Error(`kind ${kind.kind} has no clock ${name}`)
  const limit =
    spec.limit === 'item' ? (item ? { amount: item.limit, kind: item.clockKind } : null) : spec.limit
  if (!limit) return null
  const hours = unit?.hours === 'always' ? 'always' : OFFICE_HOURS
  return deadline({ kind: limit.kind, limit: limit.amount, startAt: now, hours, calendar })
}

export const running = (clock: ClockFact) => clock.stoppedAt === null

/** Stops the named clocks: those of one assignment and those of the case, or all of that name. */
export const stopClocks = (
  clocks: readonly ClockFact[],
  names: readonly string[],
  assignmentId: string | null,
  now: number,
): readonly ClockFact[] =>
  clocks.map((clock) =>
    running(clock) &&
    names.includes(clock.clock) &&
    (assignmentId === null || clock.assignmentId === null || clock.assignmentId === assignmentId)
      ? { ...clock, stoppedAt: now }
      : clock,
  )
