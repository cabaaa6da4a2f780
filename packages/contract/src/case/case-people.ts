import Type, { type Static } from 'typebox'
import { Bilingual, Id, Nullable, Sensitive } from '../schema.ts'

/** The requester as shown to staff: masked until a purpose is stated. */
export const RequesterView = Type.Object({
  id: Id,
  masked: Type.Boolean(),
  name: Nullable(Sensitive(Type.String())),
  phone: Nullable(Sensitive(Type.String())),
  wantsCall: Type.Boolean(),
})
export type RequesterView = Static<typeof RequesterView>

/** One of those whom a matter is between, as staff of its circle see this one, and what this one has said so far. */
export const PartyView = Type.Object({ ...RequesterView.properties, noted: Type.Array(Bilingual) })
export type PartyView = Static<typeof PartyView>
