import Type, { type Static } from 'typebox'
import { Id } from '../schema.ts'

/** A one-time code was made for a matter. The digits are in the content row, sealed, until they have been sent. */
export const OtpAsked = Type.Object({ caseId: Id, contentId: Id, requesterId: Type.Optional(Id) })
export type OtpAsked = Static<typeof OtpAsked>
