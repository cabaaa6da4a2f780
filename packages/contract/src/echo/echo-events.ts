import Type, { type Static } from 'typebox'
import { CodeWord, Id, Nullable, OneOf, PlaceCode, Version } from '../schema.ts'

/** The requester agreed that a redacted copy may be shown, or no longer agrees. */
export const EchoConsent = Type.Object({ caseId: Id, agreed: Type.Boolean() })
export type EchoConsent = Static<typeof EchoConsent>

/** Why an answer was taken off the wall. `consent`: the requester no longer agrees; `reopened`: it is not solved after all. */
export const TAKE_DOWN_REASONS = ['consent', 'reopened', 'personal', 'wrong', 'outdated', 'other'] as const
/** What a person may choose; the other two follow from the matter itself. */
export const STAFF_TAKE_DOWN_REASONS = ['personal', 'wrong', 'outdated', 'other'] as const

/** A public answer as it now stands. The words are content rows, the pictures copies of their own. */
export const EchoStep = Type.Object({
  caseId: Id,
  state: OneOf(['published', 'down'] as const),
  version: Version,
  communityCode: PlaceCode,
  compoundId: Nullable(Id),
  itemCode: Nullable(CodeWord),
  itemVersion: Nullable(Type.Integer()),
  unitId: Nullable(Id),
  contentIds: Type.Array(Type.Object({ field: OneOf(['raised', 'answer', 'reason'] as const), id: Id })),
  pictureIds: Type.Array(Id),
  /** Findings that the publisher looked at and kept on purpose: how many, never which. */
  keptFindings: Type.Integer({ minimum: 0 }),
  reason: Nullable(OneOf(TAKE_DOWN_REASONS)),
})
export type EchoStep = Static<typeof EchoStep>

/** Somebody has the same trouble, or no longer wants to be told about it. */
export const MeTooSaid = Type.Object({
  caseId: Id,
  byPhone: Type.Boolean(),
  /** Who may hear of it at once; the first of these events were written without. */
  placeCode: Type.Optional(PlaceCode),
  unitIds: Type.Optional(Type.Array(Id)),
  itemCode: Type.Optional(Nullable(CodeWord)),
})
export type MeTooSaid = Static<typeof MeTooSaid>

/** A one-time code was made for somebody who says “me too”. The digits are in the content row until they have been sent. */
export const MeTooOtpAsked = Type.Object({ caseId: Id, meTooId: Id, contentId: Id })
export type MeTooOtpAsked = Static<typeof MeTooOtpAsked>

export const echoEvents = {
  'echo.consentGiven': EchoConsent,
  'echo.consentWithdrawn': EchoConsent,
  'echo.published': EchoStep,
  'echo.corrected': EchoStep,
  'echo.takenDown': EchoStep,
  'echo.meTooSaid': MeTooSaid,
  'echo.meTooLeft': MeTooSaid,
  'echo.otpAsked': MeTooOtpAsked,
} as const
