import type { Standing } from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'

/** From this level on the district dispatches and verifies; below it the subdistrict does (小事不出网格、大事不出社区). */
const DISTRICT_LEVEL = 4

export type Ladder = {
  readonly units: readonly Unit[]
  readonly communityCode: string
  readonly level: number
  /** How many rungs it climbed: whoever would have it is at least so high. */
  readonly climbed: number
  /** Units that withdrew for an interest of their own: what would be theirs is the next one's above. */
  readonly withdrawn?: readonly string[]
}

const TOP = 2

/** The unit of a rung over this community: its committee, its subdistrict, the district's command centre. */
export const unitAt = (
  { units, communityCode }: Pick<Ladder, 'units' | 'communityCode'>,
  height: number,
): Unit | undefined =>
  height === 0
    ? units.find((unit) => unit.kind === 'community' && unit.placeCode === communityCode)
    : height === 1
      ? units.find((unit) => unit.kind === 'subdistrict' && communityCode.startsWith(unit.placeCode))
      : commandCentre(units)

const dispatcherHeight = ({ level, climbed }: Ladder) => Math.max(level >= DISTRICT_LEVEL ? TOP : 1, climbed)

export const commandCentre = (units: readonly Unit[]) => units.find((unit) => unit.kind === 'commandCentre')
/** The committee of the place itself, however high the matter climbed. */
export const committeeOf = (ladder: Ladder) => unitAt(ladder, 0)
/** Those in the place who mediate, where anybody does. */
export const mediatorsOf = ({ units, communityCode }: Pick<Ladder, 'units' | 'communityCode'>) =>
  units.find((unit) => unit.kind === 'mediationCommittee' && unit.placeCode === communityCode)
/** Nobody is above the top: it keeps what everybody below withdrew from. */
function unitFrom(ladder: Ladder, height: number): Unit | undefined {
  const unit = unitAt(ladder, height)
  return unit && height < TOP && ladder.withdrawn?.includes(unit.id) ? unitFrom(ladder, height + 1) : unit
}
/** The committee, or whoever is as high as the matter climbed. */
export const communityOn = (ladder: Ladder) => unitFrom(ladder, Math.min(TOP, ladder.climbed))
export const dispatcherOn = (ladder: Ladder) => unitFrom(ladder, dispatcherHeight(ladder))
/** Whoever decides about what the dispatcher did; the district's own dispatching is judged by its duty officer. */
export const superiorOn = (ladder: Ladder) => unitAt(ladder, Math.min(TOP, dispatcherHeight(ladder) + 1))

/** How high a matter is once it has climbed over whoever has it; undefined at the top. */
export const rungAbove = (rung: Standing): number | undefined =>
  rung === 'district' ? undefined : rung === 'subdistrict' ? TOP : 1

/** The rung on which a unit stands. Departments and the command centre are the district's. */
export const rungOf = (unit: Unit): Standing =>
  unit.kind === 'mediationCommittee'
    ? 'community'
    : unit.kind === 'community' || unit.kind === 'subdistrict'
      ? unit.kind
      : 'district'
