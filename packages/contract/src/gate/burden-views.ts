import Type, { type Static } from 'typebox'
import { At, Id, PlaceCode } from '../schema.ts'
import { GateTerms } from './gate-draft.ts'

/** One demand in force, as everybody may read it. */
export const PublicDemand = Type.Object({
  id: Id,
  kind: GateTerms.properties.kind,
  title: Type.String(),
  unitName: Type.String(),
  unitNameEn: Type.String(),
  minutes: Type.Integer(),
  frequency: GateTerms.properties.frequency,
  level: GateTerms.properties.level,
  fromAt: At,
  untilAt: At,
  communities: Type.Integer(),
  refused: Type.Integer(),
  minutesThisMonth: Type.Number(),
})
export type PublicDemand = Static<typeof PublicDemand>

/** Every grid's burden in a month: what was let through the gate, and what it costs. */
export const BurdenBoard = Type.Object({
  month: Type.String(),
  /** Minutes of all grids together. */
  minutes: Type.Number(),
  grids: Type.Integer(),
  /** Minutes that one grid may be burdened with in the month. */
  budget: Type.Integer(),
  before: Type.Array(Type.Object({ month: Type.String(), minutes: Type.Number() })),
  communities: Type.Array(
    Type.Object({
      code: PlaceCode,
      name: Type.String(),
      nameEn: Type.String(),
      subdistrictCode: PlaceCode,
      subdistrictName: Type.String(),
      subdistrictNameEn: Type.String(),
      grids: Type.Integer(),
      demands: Type.Integer(),
      minutes: Type.Number(),
    }),
  ),
  demands: Type.Array(PublicDemand),
  /** What did not get through, and refusals that stand. */
  stopped: Type.Object({
    refusedByGate: Type.Integer(),
    returned: Type.Integer(),
    refusedByCommunities: Type.Integer(),
  }),
  overruled: Type.Array(
    Type.Object({
      at: At,
      title: Type.String(),
      unitName: Type.String(),
      unitNameEn: Type.String(),
      communityName: Type.String(),
      communityNameEn: Type.String(),
      reason: Type.String(),
    }),
  ),
})
export type BurdenBoard = Static<typeof BurdenBoard>

export const CommunityBurden = Type.Object({
  code: PlaceCode,
  name: Type.String(),
  nameEn: Type.String(),
  month: Type.String(),
  grids: Type.Array(
    Type.Object({ code: PlaceCode, name: Type.String(), nameEn: Type.String(), minutes: Type.Number() }),
  ),
  causes: Type.Array(
    Type.Object({
      id: Id,
      kind: GateTerms.properties.kind,
      title: Type.String(),
      unitName: Type.String(),
      unitNameEn: Type.String(),
      minutes: Type.Number(),
    }),
  ),
})
export type CommunityBurden = Static<typeof CommunityBurden>
