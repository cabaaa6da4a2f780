import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, OneOf, Sensitive, Words } from '../schema.ts'
import { Receipt } from './case-commands.ts'

const closed = { additionalProperties: false } as const
const ById = Type.Object({ id: Id })
const Language = OneOf(['zh-CN', 'en'] as const)

/** A one-time code was made to prove a number. The digits are in the content row until they have been sent. */
export const ProofAsked = Type.Object({ caseId: Id, proofId: Id, contentId: Id })
export type ProofAsked = Static<typeof ProofAsked>

export const OBJECTION_WORDS_MOST = 1000

/** What a resident holds against something while it is published. Each is a matter of its own, from a number that was proved. */
export const objectionRoutes = {
  askOtp: route({
    id: 'case.askProof',
    method: 'POST',
    path: '/api/deliberations/:id/objections/otp',
    summary: 'Ask for a one-time code to a mobile number, to object with',
    permit: 'case.object',
    command: true,
    ratePerMinute: 5,
    params: ById,
    body: Type.Object(
      {
        phone: Sensitive(Type.String({ minLength: 5, maxLength: 20 })),
        language: Type.Optional(Language),
      },
      closed,
    ),
    response: Type.Object({ proofId: Id }),
  }),
  prove: route({
    id: 'case.prove',
    method: 'POST',
    path: '/api/deliberations/:id/objections/otp/check',
    summary: 'Prove the number with the one-time code',
    permit: 'case.object',
    ratePerMinute: 10,
    params: ById,
    body: Type.Object({ proofId: Id, otp: Sensitive(Type.String({ pattern: '^\\d{6}$' })) }, closed),
    response: Type.Object({ ok: Type.Boolean() }),
  }),
  object: route({
    id: 'case.object',
    method: 'POST',
    path: '/api/deliberations/:id/objections',
    summary: 'Object to what is published; answers with the receipt by which the objection is followed',
    permit: 'case.object',
    command: true,
    ratePerMinute: 5,
    params: ById,
    body: Type.Object(
      {
        proofId: Id,
        words: Words(OBJECTION_WORDS_MOST, 4),
        name: Type.Optional(Sensitive(Type.String({ maxLength: 40 }))),
        language: Type.Optional(Language),
      },
      closed,
    ),
    response: Receipt,
  }),
} as const
