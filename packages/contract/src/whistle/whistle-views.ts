import Type, { type Static } from 'typebox'
import { ArrivalCodeView } from '../case/call-views.ts'
import { UnitName } from '../case/case-links.ts'
import { PlaceName } from '../figures/figure-views.ts'
import { ASSIGNMENT_STATES } from '../kinds/kind.ts'
import { At, Bilingual, CodeWord, Id, Nullable, OneOf, PlaceCode } from '../schema.ts'

/** One called unit of an open whistle, with its two clocks. */
export const CallView = Type.Object({
  assignmentId: Id,
  unit: UnitName,
  state: OneOf(ASSIGNMENT_STATES),
  stateName: Bilingual,
  answerDueAt: At,
  answeredAt: Nullable(At),
  arriveDueAt: At,
  arrivedAt: Nullable(At),
})
export type CallView = Static<typeof CallView>

/** An open whistle as the command centre sees it: where, why, who was called. No person, no word, no exact point. */
export const OpenWhistle = Type.Object({
  id: Id,
  number: Type.String(),
  cause: CodeWord,
  causeName: Bilingual,
  state: CodeWord,
  stateName: Bilingual,
  place: PlaceName,
  gridCode: Nullable(PlaceCode),
  /** Where the grid or the community carries its name on the map. */
  at: Nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
  blownAt: At,
  calls: Type.Array(CallView),
})
export type OpenWhistle = Static<typeof OpenWhistle>

export const OpenWhistles = Type.Object({ at: At, rows: Type.Array(OpenWhistle) })
export type OpenWhistles = Static<typeof OpenWhistles>

/** What the own unit has to show for whistles that wait for somebody to come: kept on the device for when there is no network. */
export const CodesToShow = Type.Object({
  at: At,
  /** More wait than are listed: one that is not there need not be over. */
  full: Type.Boolean(),
  rows: Type.Array(
    Type.Object({
      caseId: Id,
      number: Type.String(),
      /** Of the matter now: what is entered for it need not have read its page. */
      version: Type.Integer(),
      codes: Type.Array(ArrivalCodeView),
    }),
  ),
})
export type CodesToShow = Static<typeof CodesToShow>
