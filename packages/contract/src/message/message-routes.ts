import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Id, OneOf, Page, Personal } from '../schema.ts'

export const DemoMessage = Type.Object({
  id: Id,
  channel: OneOf(['sms', 'mail', 'push'] as const),
  to: Personal(Type.String()),
  text: Personal(Type.String()),
  at: At,
  state: OneOf(['waiting', 'delivered', 'failed'] as const),
})
export type DemoMessage = Static<typeof DemoMessage>

export const messageRoutes = {
  demo: route({
    id: 'message.demo',
    method: 'GET',
    path: '/api/demo/messages',
    summary: 'Messages that the demonstration would have sent (MODE=demo only)',
    permit: 'message.readDemo',
    query: Type.Object(
      { cursor: Type.Optional(Type.String({ maxLength: 200 })) },
      { additionalProperties: false },
    ),
    response: Page(DemoMessage),
  }),
} as const
