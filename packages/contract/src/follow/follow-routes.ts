import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Bilingual, Nullable, Sensitive } from '../schema.ts'

const closed = { additionalProperties: false } as const
const Number_ = Type.String({ minLength: 4, maxLength: 40 })
const Done = Type.Object({ ok: Type.Boolean() })
/** `until`: when the follow session, kept in an HTTP-only cookie, ends. */
const Following = Type.Object({ number: Type.String(), until: At })

/** One line of “who read my data”: when, which unit and post, why, what. */
export const ReadOfMine = Type.Object({
  at: At,
  unitName: Type.String(),
  unitNameEn: Type.String(),
  postTitle: Type.String(),
  postTitleEn: Type.String(),
  /** By somebody who acted in the post for its holder. */
  acting: Type.Boolean(),
  purpose: Nullable(Bilingual),
  view: Bilingual,
  times: Type.Integer(),
})
export type ReadOfMine = Static<typeof ReadOfMine>

export const followRoutes = {
  byCode: route({
    id: 'follow.byCode',
    method: 'POST',
    path: '/api/follow',
    summary: 'Follow a matter with its number and follow code',
    permit: 'case.follow',
    ratePerMinute: 20,
    body: Type.Object(
      { number: Number_, followCode: Sensitive(Type.String({ minLength: 4, maxLength: 40 })) },
      closed,
    ),
    response: Following,
  }),
  askOtp: route({
    id: 'follow.askOtp',
    method: 'POST',
    path: '/api/follow/otp',
    summary: 'Ask for a one-time code by number and phone; the answer is the same whether they match or not',
    permit: 'case.follow',
    ratePerMinute: 5,
    body: Type.Object(
      { number: Number_, phone: Sensitive(Type.String({ minLength: 5, maxLength: 20 })) },
      closed,
    ),
    response: Done,
  }),
  byOtp: route({
    id: 'follow.byOtp',
    method: 'POST',
    path: '/api/follow/otp/check',
    summary: 'Follow a matter with number, phone and one-time code',
    permit: 'case.follow',
    ratePerMinute: 10,
    body: Type.Object(
      {
        number: Number_,
        phone: Sensitive(Type.String({ minLength: 5, maxLength: 20 })),
        otp: Sensitive(Type.String({ pattern: '^\\d{6}$' })),
      },
      closed,
    ),
    response: Following,
  }),
  leave: route({
    id: 'follow.leave',
    method: 'POST',
    path: '/api/follow/leave',
    summary: 'End the follow session on this device',
    permit: 'case.follow',
    response: Done,
  }),
  reads: route({
    id: 'follow.reads',
    method: 'GET',
    path: '/api/follow/reads',
    summary: 'Who read the requester’s data, when and why',
    permit: 'case.follow',
    response: Type.Array(ReadOfMine),
  }),
} as const
