import Type from 'typebox'
import { route } from '../route.ts'

export const liveRoutes = {
  stream: route({
    id: 'live.stream',
    method: 'GET',
    path: '/api/live',
    summary:
      'Events within reach as they happen (server-sent events; resumes from `Last-Event-ID` or `since`; `live.reset` where too much happened since)',
    permit: 'live.follow',
    media: 'text/event-stream',
    // The stream has a door of its own, which looks at how many come in at once and not at where from.
    ratePerMinute: 60_000,
    query: Type.Object(
      { since: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })) },
      { additionalProperties: false },
    ),
    response: Type.String(),
  }),
} as const
