import Type, { type Static } from 'typebox'
import { TONES } from '../kinds/tone.ts'
import { At, Bilingual, Id, Nullable, OneOf, Page, Personal, PlaceCode, Version } from '../schema.ts'
import { ArrivalCodeView, AssignmentView, RatingView } from './call-views.ts'
import { FlagView, LinkView, UnitName, Verdict } from './case-links.ts'
import { PartyView, RequesterView } from './case-people.ts'
import { AnswerView, WhereView } from './case-where.ts'

export { PartyView, RequesterView } from './case-people.ts'
export { AnswerView, WhereView } from './case-where.ts'

export const Tone = OneOf(TONES)
const ItemName = Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() })

/** One line of a list: no personal field but the first words, which staff within reach need to tell matters apart. */
export const CaseRow = Type.Object({
  id: Id,
  number: Type.String(),
  kind: Type.String(),
  /** Where a post reported it, or where it hangs on another: then the kind must be told apart from what residents raise. */
  kindName: Nullable(Bilingual),
  state: Type.String(),
  stateName: Bilingual,
  tone: Tone,
  /** Nobody has acted on it yet. */
  untouched: Type.Boolean(),
  /** Done by somebody else, and asked to be looked at. */
  toVerify: Type.Boolean(),
  /** The step that the reader is most likely to take next; the matter's own page knows whose turn it is among several units. */
  next: Nullable(Type.Object({ move: Type.String(), name: Bilingual })),
  version: Version,
  excerpt: Personal(Type.String()),
  /** Where the system wrote it and not a person: the same in English. */
  excerptEn: Nullable(Personal(Type.String())),
  item: Nullable(ItemName),
  level: Type.Integer(),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  communityCode: PlaceCode,
  gridCode: Nullable(PlaceCode),
  owner: Nullable(UnitName),
  openedAt: At,
  dueAt: Nullable(At),
  provisional: Type.Boolean(),
  closedAt: Nullable(At),
  overdue: Type.Boolean(),
  reopenedCount: Type.Integer(),
  photoCount: Type.Integer(),
})
export type CaseRow = Static<typeof CaseRow>
export const CasePage = Page(CaseRow)
export type CasePage = Static<typeof CasePage>

export const TimelineStep = Type.Object({
  seq: Type.Integer(),
  at: At,
  move: Type.String(),
  event: Type.String(),
  sentence: Bilingual,
  unit: Nullable(UnitName),
  from: Nullable(Type.String()),
  to: Type.String(),
  dueAt: Nullable(At),
  words: Nullable(Personal(Type.String())),
  reason: Nullable(Personal(Type.String())),
  fileIds: Type.Array(Id),
  /** The entry of a duty list that was named with it. */
  duty: Nullable(Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() })),
})
export type TimelineStep = Static<typeof TimelineStep>

export const ClockView = Type.Object({
  id: Id,
  clock: Type.String(),
  name: Bilingual,
  /** The unit whose clock it is. */
  assignmentId: Nullable(Id),
  unitName: Nullable(Type.String()),
  startedAt: At,
  dueAt: At,
  stoppedAt: Nullable(At),
  firedAt: Nullable(At),
  left: Nullable(Type.Number()),
  provisional: Type.Boolean(),
})

/** A closed list that a move asks to choose from. */
export const ChoiceView = Type.Object({
  choice: Type.String(),
  name: Bilingual,
  options: Type.Array(Type.Object({ option: Type.String(), name: Bilingual })),
})
export type ChoiceView = Static<typeof ChoiceView>

/** A move that this actor may make now, with what it needs and does. */
export const MoveView = Type.Object({
  move: Type.String(),
  name: Bilingual,
  effect: Bilingual,
  needs: Type.Array(Type.String()),
  may: Type.Array(Type.String()),
  choices: Type.Array(ChoiceView),
  /** Aspects to rate, where the move asks for scores. */
  scores: Type.Array(Type.Object({ aspect: Type.String(), name: Bilingual })),
  /** The assignments that the move can be about, where it asks for one. */
  assignmentIds: Type.Array(Id),
  /** Whether floor area is counted beside heads, where the move asks for a tally. */
  byArea: Type.Boolean(),
  /** Not the usual next step. */
  aside: Type.Boolean(),
  /** The units that are chosen come in beside the one that leads. */
  besideLead: Type.Optional(Type.Literal(true)),
  /** The unit that leads and calls them in itself: only those that it may call (`mayCallIn`). */
  calledBy: Type.Optional(Id),
  /** Whom the move can ask to take it on. */
  people: Type.Optional(Type.Array(Type.Object({ id: Id, name: Type.String() }))),
})
export type MoveView = Static<typeof MoveView>

/** What the desk and the requester both see of a matter. */
export const caseHead = {
  id: Id,
  number: Type.String(),
  state: Type.String(),
  stateName: Bilingual,
  tone: Tone,
  sentence: Bilingual,
  version: Version,
  words: Personal(Type.String()),
  answers: Type.Array(AnswerView),
  item: Nullable(ItemName),
  owner: Nullable(UnitName),
  openedAt: At,
  dueAt: Nullable(At),
  provisional: Type.Boolean(),
  closedAt: Nullable(At),
  overdue: Type.Boolean(),
  reopenedCount: Type.Integer(),
  timeline: Type.Array(TimelineStep),
  fileIds: Type.Array(Id),
  moves: Type.Array(MoveView),
  verdict: Nullable(Verdict),
  /** Under which name somebody serves who is named for it. */
  namedName: Nullable(Type.String()),
}

export const CaseView = Type.Object({
  ...caseHead,
  /** Where the system wrote it and not a person: the same in English. */
  wordsEn: Nullable(Personal(Type.String())),
  kind: Type.String(),
  kindVersion: Type.Integer(),
  level: Type.Integer(),
  echoWall: Type.Boolean(),
  where: WhereView,
  /** Absent where a post reported it: then nobody's contact is kept. */
  requester: Nullable(RequesterView),
  /** The unit that reported it, where a post did. */
  initiator: Nullable(UnitName),
  /** The gate request by which a department placed it. */
  admissionId: Nullable(Id),
  parties: Type.Array(PartyView),
  /** Nobody but its parties and these few reads it. */
  confidential: Type.Boolean(),
  assignments: Type.Array(AssignmentView),
  codes: Type.Array(ArrivalCodeView),
  ratings: Type.Array(RatingView),
  clocks: Type.Array(ClockView),
  flags: Type.Array(FlagView),
  choices: Type.Array(Type.Object({ choice: Type.String(), name: Bilingual, option: Bilingual })),
  counts: Type.Record(Type.String(), Type.Integer()),
  links: Type.Array(LinkView),
})
export type CaseView = Static<typeof CaseView>

export const BoxCounts = Type.Object({
  mine: Type.Integer(),
  unit: Type.Integer(),
  below: Type.Integer(),
  overdue: Type.Integer(),
  dueToday: Type.Integer(),
  /** Matters that stand among the alerts of whoever asks. */
  alerts: Type.Integer(),
})
export type BoxCounts = Static<typeof BoxCounts>

/** What the desk proposes at triage and dispatch; every part can be changed. */
export const Suggestion = Type.Object({
  /** Learnt from closed matters, or as long as there are too few of those by the catalogue's words alone. */
  itemsBy: OneOf(['learnt', 'keywords'] as const),
  /** None: it is not known from the words. */
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      level: Type.Integer(),
      because: Type.Array(Type.String()),
      /** How often such a suggestion was right, 0 to 1; null where that was not measured. */
      confidence: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
    }),
  ),
  /** Units that a routing rule or the catalogue names and that are not there: somebody must choose, and mend the rule. */
  missingUnits: Type.Array(Bilingual),
  units: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      nameEn: Type.String(),
      role: OneOf(['lead', 'coHandler'] as const),
      because: Bilingual,
    }),
  ),
  dueAt: Nullable(At),
  provisional: Type.Boolean(),
})
export type Suggestion = Static<typeof Suggestion>
