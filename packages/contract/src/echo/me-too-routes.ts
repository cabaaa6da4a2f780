import Type from 'typebox'
import { route } from '../route.ts'
import { Id, OneOf, Sensitive } from '../schema.ts'
import { MeTooReceipt, MeTooView } from './echo-views.ts'

const closed = { additionalProperties: false } as const
const Code = Sensitive(Type.String({ minLength: 4, maxLength: 40 }))
const Phone = Sensitive(Type.String({ minLength: 5, maxLength: 20 }))

/** Which matter is meant: an open one by its reference, or a published answer. */
const About = {
  ref: Type.Optional(Type.String({ minLength: 20, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' })),
  entryId: Type.Optional(Id),
}

/** “Me too” instead of the same matter again. */
export const meTooRoutes = {
  meToo: route({
    id: 'echo.meToo',
    method: 'POST',
    path: '/api/echo/me-too',
    summary: 'Say “me too” instead of raising the same again; answers with a code to follow it',
    permit: 'echo.meToo',
    command: true,
    ratePerMinute: 6,
    body: Type.Object(About, closed),
    response: MeTooReceipt,
  }),
  askMeTooOtp: route({
    id: 'echo.askMeTooOtp',
    method: 'POST',
    path: '/api/echo/me-too/otp',
    summary: 'Say “me too” with a telephone number: sends a one-time code to it',
    permit: 'echo.meToo',
    command: true,
    ratePerMinute: 5,
    body: Type.Object(
      { ...About, phone: Phone, language: Type.Optional(OneOf(['zh-CN', 'en'] as const)) },
      closed,
    ),
    response: Type.Object({ meTooId: Id }),
  }),
  confirmMeToo: route({
    id: 'echo.confirmMeToo',
    method: 'POST',
    path: '/api/echo/me-too/otp/check',
    summary: 'Confirm the number with the one-time code: from now on each step is told by message',
    permit: 'echo.meToo',
    ratePerMinute: 10,
    body: Type.Object({ meTooId: Id, otp: Sensitive(Type.String({ pattern: '^\\d{6}$' })) }, closed),
    response: MeTooReceipt,
  }),
  followed: route({
    id: 'echo.followed',
    method: 'POST',
    path: '/api/echo/followed',
    summary: 'How a matter goes, for somebody who said “me too”',
    permit: 'echo.meToo',
    ratePerMinute: 30,
    body: Type.Object({ followCode: Code }, closed),
    response: MeTooView,
  }),
  leave: route({
    id: 'echo.leave',
    method: 'POST',
    path: '/api/echo/followed/leave',
    summary: 'Be told no more; a telephone number that was left is erased',
    permit: 'echo.meToo',
    command: true,
    ratePerMinute: 10,
    body: Type.Object({ followCode: Code }, closed),
    response: Type.Object({ ok: Type.Boolean() }),
  }),
} as const
