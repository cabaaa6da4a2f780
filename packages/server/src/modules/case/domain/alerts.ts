import { type ClockFact, type Kind, rungsFor } from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { NewAlert } from '../store.ts'
import { type CaseFacts, presentRound } from './case-facts.ts'
import { isBusy } from './owner.ts'

const USED_UP = 100

type Known = { readonly kind: Kind; readonly item: Item | null; readonly units: readonly Unit[] }

/** An open matter whose owner is missing, or that waits for a unit where nobody holds a post, is told at once to whoever is above. */
export function alertsAbout(
  facts: CaseFacts,
  units: readonly Unit[],
  newId: () => string,
): readonly NewAlert[] {
  if (facts.closedAt !== null) return []
  const unitOf = (id: string | null) => units.find((unit) => unit.id === id)
  const alert = (kind: NewAlert['kind'], about: string | null): NewAlert => ({
    id: newId(),
    caseId: facts.id,
    kind,
    clock: null,
    placeCode: facts.placeCode,
    aboutUnitId: about,
    unitId: supervisorOf(unitOf(about), units)?.id ?? null,
  })
  const owner = unitOf(facts.ownerUnitId)
  const called = presentRound(facts)
    .filter((one) => isBusy(one) && one.unitId !== facts.ownerUnitId)
    .filter(({ unitId }) => !unitOf(unitId)?.staffed)
  return [
    ...(owner?.staffed ? [] : [alert('ownerMissing', facts.ownerUnitId)]),
    ...called.map(({ unitId }) => alert('unitMissing', unitId)),
  ]
}

/**
 * What a clock that ran out raises: the unit above the one that let it run out is told; where there is none, that is an
 * alert of its own.
 */
export function alertsForExpiry(
  facts: CaseFacts,
  { clock, assignmentId }: ClockFact,
  { kind, item, units }: Known,
  newId: () => string,
): readonly NewAlert[] {
  // Where somebody was asked to decide and did not, that is who is late.
  const asked = facts.flags.find(({ flag }) => kind.flags?.[flag]?.asks?.clock === clock)
  const late =
    asked?.ownerUnitId ??
    facts.assignments.find((one) => one.id === assignmentId)?.unitId ??
    facts.ownerUnitId
  const owner = units.find((unit) => unit.id === late)
  const told = rungFor(clock, facts, { kind, item, units }, owner) ?? supervisorOf(owner, units)
  const overdue: NewAlert = {
    id: newId(),
    caseId: facts.id,
    kind: 'overdue',
    clock,
    placeCode: facts.placeCode,
    aboutUnitId: late,
    unitId: told?.id ?? null,
  }
  return told ? [overdue] : [overdue, { ...overdue, id: newId(), kind: 'supervisorMissing' }]
}

/** Where the district's ladder leads when the limit of handling is used up: the last rung by then. */
function rungFor(
  clock: string,
  facts: CaseFacts,
  { kind, item, units }: Known,
  late: Unit | undefined,
): Unit | undefined {
  if (!kind.ladder || !item || kind.clocks[clock]?.limit !== 'item') return undefined
  const to = rungsFor(kind.ladder, facts.level, item.clockKind).findLast(
    ({ afterPercent }) => afterPercent <= USED_UP,
  )?.to
  const unit = units.find((one) => one.kind === to)
  return unit?.staffed && unit.id !== late?.id ? unit : undefined
}

/** The unit above, if somebody is there; else the command centre, which supervises everybody but itself. */
function supervisorOf(owner: Unit | undefined, units: readonly Unit[]): Unit | undefined {
  const above = units.find((unit) => unit.id === owner?.parentId)
  if (above?.staffed) return above
  return units.find((unit) => unit.kind === 'commandCentre' && unit.staffed && unit.id !== owner?.id)
}
