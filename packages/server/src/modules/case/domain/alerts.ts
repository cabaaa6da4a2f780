import type { ClockFact, ClockFired, Kind } from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { NewAlert } from '../alert-store.ts'
import { type CaseFacts, presentRound } from './case-facts.ts'
import { unitAt } from './ladder.ts'
import { isBusy } from './owner.ts'
import { rungsOf, WHOLE } from './rungs.ts'

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
    ...{ id: newId(), caseId: facts.id, kind, clock: null, percent: null, placeCode: facts.placeCode },
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

/** Whom it is about that a clock got so far, who is told, and who stands above and is not there. */
export type Telling = Required<Pick<ClockFired, 'aboutUnitId' | 'toldUnitId' | 'emptyUnitIds'>>

/**
 * Where the ladder leads when so much of a limit is used up. A rung on which nobody holds a post is passed over to the next
 * above; whoever is late is not told of itself. Where no ladder leads, the unit above is told.
 */
export function tellingOf(
  percent: number,
  { clock, assignmentId }: ClockFact,
  facts: CaseFacts,
  { kind, item, units }: Known,
): Telling {
  // Where somebody was asked to decide and did not, that is who is late.
  const asked = facts.flags.find(({ flag }) => kind.flags?.[flag]?.asks?.clock === clock)
  const about =
    asked?.ownerUnitId ??
    facts.assignments.find((one) => one.id === assignmentId)?.unitId ??
    facts.ownerUnitId
  const late = units.find((unit) => unit.id === about)
  const rungs = rungsOf(clock, { kind, item, level: facts.level })
  const to = rungs.findLast(({ afterPercent }) => afterPercent <= percent)?.to
  const above = to
    ? HEIGHTS.slice(HEIGHTS.indexOf(to)).flatMap(
        (one) => unitAt({ units, communityCode: facts.communityCode }, HEIGHTS.indexOf(one)) ?? [],
      )
    : []
  const others = above.filter(({ id }) => id !== late?.id)
  const told = others.find(({ staffed }) => staffed)
  return {
    aboutUnitId: about,
    toldUnitId: (told ?? supervisorOf(late, units))?.id ?? null,
    emptyUnitIds: others.slice(0, told ? others.indexOf(told) : others.length).map(({ id }) => id),
  }
}

const HEIGHTS = ['community', 'subdistrict', 'commandCentre'] as const

/**
 * What is raised when so much of a limit is used up: whoever the ladder leads to is told; a rung that is empty, and that
 * nobody is there at all, are alerts of their own.
 */
export function alertsForClock(
  percent: number,
  { clock }: ClockFact,
  facts: CaseFacts,
  { aboutUnitId, toldUnitId, emptyUnitIds }: Telling,
  newId: () => string,
): readonly NewAlert[] {
  const alert = (kind: NewAlert['kind'], about: string | null): NewAlert => ({
    ...{ id: newId(), caseId: facts.id, kind, clock, percent, placeCode: facts.placeCode },
    aboutUnitId: about,
    unitId: toldUnitId,
  })
  return [
    alert(percent === WHOLE ? 'overdue' : 'rung', aboutUnitId),
    ...emptyUnitIds.map((id) => alert('unitMissing', id)),
    ...(toldUnitId === null ? [alert('supervisorMissing', aboutUnitId)] : []),
  ]
}

/** Its time is over and it has to wait for what hangs on it: told to the unit that has it, since nobody else can end the waiting. */
export const heldUp = (facts: CaseFacts, { clock }: ClockFact, id: string): NewAlert => ({
  ...{ id, caseId: facts.id, kind: 'heldUp', clock, percent: null, placeCode: facts.placeCode },
  ...{ aboutUnitId: facts.ownerUnitId, unitId: facts.ownerUnitId },
})

/** The unit above, if somebody is there; else the command centre, which supervises everybody but itself. */
function supervisorOf(owner: Unit | undefined, units: readonly Unit[]): Unit | undefined {
  const above = units.find((unit) => unit.id === owner?.parentId)
  if (above?.staffed) return above
  return units.find((unit) => unit.kind === 'commandCentre' && unit.staffed && unit.id !== owner?.id)
}
