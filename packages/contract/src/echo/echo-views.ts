import Type, { type Static } from 'typebox'
import {
  At,
  Bilingual,
  Id,
  Nullable,
  OneOf,
  Page,
  Personal,
  PlaceCode,
  Sensitive,
  Version,
} from '../schema.ts'
import { TAKE_DOWN_REASONS } from './echo-events.ts'

const Named = Type.Object({ name: Type.String(), nameEn: Type.String() })
const ItemName = Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() })
const Verdict = OneOf(['solved', 'lapsed', 'found'] as const)
export const PictureSide = OneOf(['before', 'after'] as const)

export const EchoPicture = Type.Object({
  id: Id,
  side: PictureSide,
  width: Type.Integer(),
  height: Type.Integer(),
})
export type EchoPicture = Static<typeof EchoPicture>

/**
 * One answer on the wall, as everybody sees it. Nothing of it opens the matter: no number, no id of the case; the
 * place is a community or a compound.
 */
export const EchoEntry = Type.Object({
  id: Id,
  raised: Type.String(),
  answer: Type.String(),
  item: Nullable(ItemName),
  communityCode: PlaceCode,
  communityName: Type.String(),
  communityNameEn: Type.String(),
  compoundName: Nullable(Type.String()),
  compoundNameEn: Nullable(Type.String()),
  unit: Nullable(Named),
  raisedAt: At,
  /** When the result was there for the requester to judge. */
  answeredAt: At,
  publishedAt: At,
  correctedAt: Nullable(At),
  /** `lapsed`: nobody gave a verdict in time. `found`: staff found it themselves, so there was nobody to ask. */
  verdict: Verdict,
  satisfaction: Nullable(Type.Integer()),
  pictures: Type.Array(EchoPicture),
  meToo: Type.Integer(),
})
export type EchoEntry = Static<typeof EchoEntry>
export const EchoPage = Page(EchoEntry)
export type EchoPage = Static<typeof EchoPage>

/** By what the wall can be narrowed, with how many answers each has. */
export const EchoFacets = Type.Object({
  total: Type.Integer(),
  communities: Type.Array(
    Type.Object({ code: PlaceCode, name: Type.String(), nameEn: Type.String(), count: Type.Integer() }),
  ),
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      count: Type.Integer(),
    }),
  ),
})
export type EchoFacets = Static<typeof EchoFacets>

/** An open matter, as strangers may know it: item, community, age. `ref` opens nothing; it only says which one is meant. */
export const OpenNearby = Type.Object({
  ref: Type.String(),
  item: ItemName,
  communityName: Type.String(),
  communityNameEn: Type.String(),
  openedAt: At,
  meToo: Type.Integer(),
})
export type OpenNearby = Static<typeof OpenNearby>

export const Nearby = Type.Object({ open: Type.Array(OpenNearby), published: Type.Array(EchoEntry) })
export type Nearby = Static<typeof Nearby>

/** What somebody gets who says “me too”: a code of their own. With it they see how it goes, and nothing of the requester. */
export const MeTooReceipt = Type.Object({
  followCode: Sensitive(Type.String()),
  item: Nullable(ItemName),
  communityName: Type.String(),
  communityNameEn: Type.String(),
})
export type MeTooReceipt = Static<typeof MeTooReceipt>

/** A matter as those who said “me too” follow it: what the requester is told, in public words only. */
export const MeTooView = Type.Object({
  item: Nullable(ItemName),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  stateName: Bilingual,
  tone: OneOf(['open', 'waiting', 'closed'] as const),
  sentence: Bilingual,
  openedAt: At,
  dueAt: Nullable(At),
  closedAt: Nullable(At),
  meToo: Type.Integer(),
  byPhone: Type.Boolean(),
  steps: Type.Array(Type.Object({ at: At, sentence: Bilingual })),
  entryId: Nullable(Id),
})
export type MeTooView = Static<typeof MeTooView>

/** The requester's own say over the wall. */
export const ConsentView = Type.Object({
  /** Whether it is asked at all: an objection, whose answer is public already, has nothing for the wall. */
  asked: Type.Boolean(),
  agreed: Type.Boolean(),
  /** The answer on the wall, when there is one. */
  entryId: Nullable(Id),
  meToo: Type.Integer(),
})
export type ConsentView = Static<typeof ConsentView>

/** Why an answer cannot be published now; null when it can. */
export const PublishBlock = Nullable(OneOf(['consent', 'open', 'unsolved'] as const))
export type PublishBlock = Static<typeof PublishBlock>

/** What the desk shows beside a matter: no words, no person. */
export const EchoStanding = Type.Object({
  /** Whether somebody raised it who is asked; nobody did where staff found it. */
  asked: Type.Boolean(),
  agreed: Type.Boolean(),
  block: PublishBlock,
  entry: Nullable(
    Type.Object({
      id: Id,
      version: Version,
      state: OneOf(['published', 'down'] as const),
      publishedAt: At,
      reason: Nullable(OneOf(TAKE_DOWN_REASONS)),
    }),
  ),
  meToo: Type.Integer(),
  meTooByPhone: Type.Integer(),
  can: Type.Array(Type.String()),
})
export type EchoStanding = Static<typeof EchoStanding>

/** The original beside what may be published of it. */
export const EchoDraft = Type.Object({
  caseId: Id,
  number: Type.String(),
  entry: Nullable(Type.Object({ id: Id, version: Version, state: OneOf(['published', 'down'] as const) })),
  item: Nullable(ItemName),
  unit: Nullable(Named),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  compoundName: Nullable(Type.String()),
  compoundNameEn: Nullable(Type.String()),
  raisedAt: At,
  answeredAt: At,
  verdict: Verdict,
  original: Type.Object({
    words: Personal(Type.String()),
    answers: Type.Array(Type.Object({ at: At, words: Personal(Type.String()), fileIds: Type.Array(Id) })),
    fileIds: Type.Array(Id),
  }),
  /** What is published now, or the original to begin with. */
  raised: Personal(Type.String()),
  answer: Personal(Type.String()),
  /** What the requester is called or called by, as far as it stands in the texts above. */
  known: Type.Array(Personal(Type.String())),
  placeShown: OneOf(['community', 'compound'] as const),
  pictures: Type.Array(EchoPicture),
})
export type EchoDraft = Static<typeof EchoDraft>

/** A line of the publisher's list. */
export const EchoDeskRow = Type.Object({
  caseId: Id,
  number: Type.String(),
  state: OneOf(['ready', 'published', 'down'] as const),
  reason: Nullable(OneOf(TAKE_DOWN_REASONS)),
  item: Nullable(ItemName),
  communityName: Type.String(),
  communityNameEn: Type.String(),
  at: At,
  meToo: Type.Integer(),
})
export type EchoDeskRow = Static<typeof EchoDeskRow>
