import {
  type ClockFact,
  type ClockLimit,
  DAY_MS,
  type Deadline,
  deadline,
  elapsed,
  type HolidayCalendar,
  type Kind,
  OFFICE_HOURS,
  resumeAt,
} from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'

export type ClockContext = {
  readonly kind: Kind
  readonly item: Item | null
  readonly level: number
  readonly calendar: HolidayCalendar
  readonly now: number
  /** What was chosen for the matter: some limits depend on it. */
  readonly choices: Readonly<Record<string, string>>
  /** The date that the move names or that was asked for. */
  readonly until: number | null
}

export const hoursOf = (unit: Unit | undefined, { kind }: Pick<ClockContext, 'kind'>) =>
  unit?.hours === 'always' ? 'always' : (kind.hours ?? OFFICE_HOURS)

/** The limit of a clock in units; null: it needs an item or a choice that is not known yet, or it runs until a date. */
export function limitOf(
  name: string,
  { kind, item, choices }: Pick<ClockContext, 'kind' | 'item' | 'choices'>,
): ClockLimit | null {
  const spec = kind.clocks[name]
  if (!spec) throw new Error(`kind ${kind.kind} has no clock ${name}`)
  const { limit } = spec
  if (limit === 'item') return item ? { amount: item.limit, kind: item.clockKind } : null
  if ('until' in limit) return null
  if ('choice' in limit) return limit.of[choices[limit.choice] ?? ''] ?? null
  return limit
}

/** When a clock of this kind of case would be due if it started now for this unit. Null: something that it needs is not known yet. */
export function dueFor(name: string, unit: Unit | undefined, context: ClockContext): Deadline | null {
  const { kind, calendar, now, until } = context
  const spec = kind.clocks[name]?.limit
  if (typeof spec === 'object' && 'until' in spec)
    return until === null ? null : { dueAt: Math.min(until, now + spec.until * DAY_MS), provisional: false }
  const limit = limitOf(name, context)
  if (!limit) return null
  return deadline({
    kind: limit.kind,
    limit: limit.amount,
    startAt: now,
    hours: hoursOf(unit, context),
    calendar,
  })
}

/** What is left of a running clock in its own units; -1 when it is overdue. */
export function leftOf(clock: ClockFact, unit: Unit | undefined, context: ClockContext): number {
  const limit = limitOf(clock.clock, context)
  if (clock.dueAt < context.now) return -1
  if (!limit) return (clock.dueAt - context.now) / DAY_MS
  return elapsed(
    { kind: limit.kind, startAt: context.now, hours: hoursOf(unit, context), calendar: context.calendar },
    clock.dueAt,
  )
}

/** When a clock that was put on hold is due if it goes on now. */
export function dueAgain(clock: ClockFact, unit: Unit | undefined, context: ClockContext): Deadline {
  const left = clock.left ?? 0
  const limit = limitOf(clock.clock, context)
  if (!limit) return { dueAt: context.now + Math.max(0, left) * DAY_MS, provisional: false }
  return resumeAt(
    { kind: limit.kind, hours: hoursOf(unit, context), calendar: context.calendar },
    left,
    context.now,
  )
}

export const running = (clock: ClockFact) => clock.stoppedAt === null

/** Clocks that stand still: put on hold, and none of the same name and assignment came after. */
export const onHold = (clocks: readonly ClockFact[], name: string): readonly ClockFact[] =>
  clocks.filter(
    (clock, index) =>
      clock.clock === name &&
      clock.left !== null &&
      !clocks
        .slice(index + 1)
        .some((later) => later.clock === name && later.assignmentId === clock.assignmentId),
  )

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

/** Stops whatever runs for these assignments. */
export const stopClocksOf = (
  clocks: readonly ClockFact[],
  assignmentIds: readonly string[],
  now: number,
): readonly ClockFact[] =>
  clocks.map((clock) =>
    running(clock) && clock.assignmentId !== null && assignmentIds.includes(clock.assignmentId)
      ? { ...clock, stoppedAt: now }
      : clock,
  )
