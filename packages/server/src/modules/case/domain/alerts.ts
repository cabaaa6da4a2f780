import type { ClockFact, ClockFired, Kind, Standing } from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { NewAlert } from '../alert-store.ts'
import type { CaseFacts } from './case-facts.ts'
import { rungOf, unitAt } from './ladder.ts'
import { calledIn, type DutyGround, mayAnswer } from './on-duty.ts'
import { isPromised, rungsOf, WHOLE } from './rungs.ts'

type Known = { readonly kind: Kind; readonly item: Item | null; readonly units: readonly Unit[] }

/**
 * An open matter whose owner is missing, or that waits for a unit where nobody may answer, is told at once to whoever is
 * above; and so is whoever stands between and is not there either.
 */
export function alertsAbout(
  facts: CaseFacts,
  ground: DutyGround,
  { now, newId }: { readonly now: number; readonly newId: () => string },
): readonly NewAlert[] {
  if (facts.closedAt !== null) return []
  const { units } = ground
  const unitOf = (id: string | null) => units.find((unit) => unit.id === id)
  const owner = unitOf(facts.ownerUnitId)
  const called = calledIn(facts).filter((one) => !mayAnswer(one, facts, ground, now))
  const missing = [
    ...(owner?.staffed ? [] : [{ kind: 'ownerMissing' as const, about: facts.ownerUnitId }]),
    ...called.map(({ unitId }) => ({ kind: 'unitMissing' as const, about: unitId })),
  ]
  return missing
    .flatMap(({ kind, about }) => {
      const { told, empty } = firstThere(above(unitOf(about), units))
      return [{ kind, about }, ...empty.map((id) => ({ kind: 'unitMissing' as const, about: id }))].map(
        (one) => ({ ...one, unitId: told?.id ?? null }),
      )
    })
    .filter(({ about }, place, all) => all.findIndex((one) => one.about === about) === place)
    .map(({ kind, about, unitId }) => ({
      ...{ id: newId(), caseId: facts.id, kind, clock: null, percent: null, placeCode: facts.placeCode },
      ...{ aboutUnitId: about, unitId },
    }))
}

/** Whom it is about that a clock got so far, who is told, who stands above and is not there, and what else was passed over. */
export type Telling = Pick<
  ClockFired,
  'aboutUnitId' | 'toldUnitId' | 'emptyUnitIds' | 'ownRung' | 'toldBefore'
>

/**
 * Where the ladder leads when so much of a limit is used up. A rung on which nobody holds a post is passed over to the next
 * above, and so is the one on which whoever is late stands. Where no ladder leads, the unit above is told. Of a limit between
 * units only those are told who stand no lower than whoever is late. `before`: units that were told of this clock since its
 * limit was used up; null: that nobody was there.
 */
export function tellingOf(
  percent: number,
  { clock, assignmentId }: ClockFact,
  facts: CaseFacts,
  { kind, item, units }: Known,
  before: readonly (string | null)[] = [],
): Telling {
  // Where somebody was asked to decide and did not, that is who is late.
  const of = facts.assignments.find((one) => one.id === assignmentId)?.unitId
  const asked = facts.flags.find(({ flag, unitId }) => {
    const { asks, per } = kind.flags?.[flag] ?? {}
    return asks?.clock === clock && (per !== 'unit' || of === undefined || unitId === of)
  })
  const about = asked?.ownerUnitId ?? of ?? facts.ownerUnitId
  const late = units.find((unit) => unit.id === about)
  const rungs = rungsOf(clock, { kind, item, level: facts.level, choices: facts.choices })
  const to = rungs.findLast(({ afterPercent }) => afterPercent <= percent)?.to
  const foot = late && !isPromised(clock, { kind }) ? STANDINGS.indexOf(rungOf(late)) : 0
  const ladder = to
    ? HEIGHTS.slice(Math.max(foot, HEIGHTS.indexOf(to))).flatMap(
        (one) => unitAt({ units, communityCode: facts.communityCode }, HEIGHTS.indexOf(one)) ?? [],
      )
    : []
  const way = [...new Set([...ladder, ...above(late, units)])]
  const { told, empty } = firstThere(way.filter(({ id }) => id !== late?.id))
  const isPassed = late !== undefined && way.slice(0, told && way.indexOf(told)).includes(late)
  return {
    aboutUnitId: about,
    toldUnitId: told?.id ?? null,
    emptyUnitIds: empty,
    ...(isPassed ? { ownRung: true } : {}),
    ...(before.includes(told?.id ?? null) ? { toldBefore: true } : {}),
  }
}

const HEIGHTS = ['community', 'subdistrict', 'commandCentre'] as const
const STANDINGS: readonly Standing[] = ['community', 'subdistrict', 'district']

/**
 * What is raised when so much of a limit is used up: whoever the ladder leads to is told, once; a rung that is empty, and
 * that nobody is there at all, are alerts of their own.
 */
export function alertsForClock(
  percent: number,
  { clock }: ClockFact,
  facts: CaseFacts,
  { aboutUnitId = null, toldUnitId = null, emptyUnitIds = [], toldBefore }: Telling,
  newId: () => string,
): readonly NewAlert[] {
  if (toldBefore) return []
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

/** Who stands above a unit: the next in the tree, and the command centre, which supervises everybody but itself. */
const above = (unit: Unit | undefined, units: readonly Unit[]): readonly Unit[] => [
  ...new Set(
    [
      ...units.filter(({ id }) => id === unit?.parentId),
      ...units.filter(({ kind }) => kind === 'commandCentre'),
    ].filter(({ id }) => id !== unit?.id),
  ),
]

/** The first of them where somebody holds a post, and those before it, where nobody does. */
function firstThere(units: readonly Unit[]): { told: Unit | undefined; empty: string[] } {
  const told = units.find(({ staffed }) => staffed)
  const empty = told ? units.slice(0, units.indexOf(told)) : units
  return { told, empty: empty.map(({ id }) => id) }
}
