import { UNREADABLE, UNREADABLE_SENTENCE } from '@lianxin/contract'
import type { onSendHookHandler } from 'fastify'
import { languageOf } from './problem.ts'

/** Says in the reader's language where a text could not be opened, in whatever view it stands. */
export const tellUnreadable: onSendHookHandler = (request, _reply, payload, done) => {
  if (typeof payload !== 'string' || !payload.includes(UNREADABLE)) return done(null, payload)
  const { zh, en } = UNREADABLE_SENTENCE
  done(null, payload.replaceAll(UNREADABLE, languageOf(request) === 'en' ? en : zh))
}
