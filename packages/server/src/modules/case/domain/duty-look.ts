import type { DutyChanged } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { NewAlert, OpenMissing } from '../alert-store.ts'
import { alertsAbout } from './alerts.ts'
import { type CaseFacts, circleIdOf } from './case-facts.ts'
import type { DutyGround } from './on-duty.ts'

/** What is different from what was told of who is missing: to be raised, to be settled, and as events. */
export type DutyLook = {
  readonly raised: readonly NewAlert[]
  readonly settled: readonly string[]
  readonly events: readonly NewEvent<DutyChanged>[]
}

/** Looks again who is missing, without a step of the matter. What is still so stays as it was told, with its time. */
export function lookAtDuty(
  facts: CaseFacts,
  ground: DutyGround,
  open: readonly OpenMissing[],
  given: { readonly now: number; readonly newId: () => string },
): DutyLook {
  const now = alertsAbout(facts, ground, given)
  const isIn = (all: readonly OpenMissing[]) => (one: OpenMissing) =>
    all.some(
      (other) =>
        other.kind === one.kind && other.aboutUnitId === one.aboutUnitId && other.unitId === one.unitId,
    )
  const raised = now.filter((one) => !isIn(open)(one))
  const over = open.filter((one) => !isIn(now)(one))
  // Told to somebody else: whoever was missing still is.
  const told = (all: readonly OpenMissing[], others: readonly OpenMissing[]) => [
    ...new Set(
      all.flatMap(({ aboutUnitId: id }) => (others.some((one) => one.aboutUnitId === id) ? [] : [id])),
    ),
  ]
  return {
    raised,
    settled: over.map(({ id }) => id),
    events: [
      ...told(raised, open).map((unitId) => dutyEvent('unit.missing', facts, unitId, given.newId())),
      ...told(over, now).map((unitId) => dutyEvent('unit.back', facts, unitId, given.newId())),
    ],
  }
}

/** An event on its own: the matter does not change by the hour at which somebody goes home. */
const dutyEvent = (
  type: string,
  facts: CaseFacts,
  unitId: string | null,
  id: string,
): NewEvent<DutyChanged> => ({
  ...{ id, type, stream: 'duty', streamId: id, streamVersion: 1, circleId: circleIdOf(facts) },
  payload: {
    ...{ caseId: facts.id, unitId, placeCode: facts.placeCode, unitIds: facts.unitIds },
    ...{ ownerUnitId: facts.ownerUnitId, circle: facts.circle && [...facts.circle] },
  },
})
