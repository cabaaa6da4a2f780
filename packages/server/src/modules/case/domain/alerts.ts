import type { ClockFact, Kind } from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'
import type { NewAlert } from '../store.ts'
import type { CaseFacts } from './case-facts.ts'

/** An open matter whose owner is missing, or is a unit where nobody holds a post, is told to whoever is above. */
export function alertsAbout(
  facts: CaseFacts,
  units: readonly Unit[],
  newId: () => string,
): readonly NewAlert[] {
  if (facts.closedAt !== null) return []
  const owner = units.find((unit) => unit.id === facts.ownerUnitId)
  if (owner?.staffed) return []
  const told = supervisorOf(owner, units)
  return [
    {
      id: newId(),
      caseId: facts.id,
      kind: 'ownerMissing',
      clock: null,
      placeCode: facts.placeCode,
      unitId: told?.id ?? null,
    },
  ]
}

/**
 * What a clock that ran out raises: the unit above the one that let it run out is told; where there is none, that is an
 * alert of its own.
 */
export function alertsForExpiry(
  facts: CaseFacts,
  { clock, assignmentId }: ClockFact,
  kind: Kind,
  units: readonly Unit[],
  newId: () => string,
): readonly NewAlert[] {
  // Where somebody was asked to decide and did not, that is who is late.
  const asked = facts.flags.find(({ flag }) => kind.flags?.[flag]?.asks?.clock === clock)
  const late =
    asked?.ownerUnitId ??
    facts.assignments.find((one) => one.id === assignmentId)?.unitId ??
    facts.ownerUnitId
  const told = supervisorOf(
    units.find((unit) => unit.id === late),
    units,
  )
  const overdue: NewAlert = {
    id: newId(),
    caseId: facts.id,
    kind: 'overdue',
    clock,
    placeCode: facts.placeCode,
    unitId: told?.id ?? null,
  }
  return told ? [overdue] : [overdue, { ...overdue, id: newId(), kind: 'supervisorMissing' }]
}

/** The unit above, if somebody is there; else the command centre, which supervises everybody but itself. */
function supervisorOf(owner: Unit | undefined, units: readonly Unit[]): Unit | undefined {
  const above = units.find((unit) => unit.id === owner?.parentId)
  if (above?.staffed) return above
  return units.find((unit) => unit.kind === 'commandCentre' && unit.staffed && unit.id !== owner?.id)
}
