import Type from 'typebox'
import { route } from '../route.ts'

export const liveRoutes = {
  stream: route({
    id: 'live.stream',
    method: 'GET',
    path: '/api/live',
    summary:
      'Events within reach as they happen (server-sent events; resumes from `Last-Event-ID` or `since`)',
    permit: 'live.follow',
    media: 'text/event-stream',
    query: Type.Object(
      { since: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })) },
      { additionalProperties: false },
    ),
    response: Type.String(),
  }),
} as const
