import { changed } from './changed.ts'
import { PLAIN } from './coordination-parts.ts'
import type { Kind, KindMove } from './kind.ts'
import { request6 } from './request-6.ts'

/** What whoever raised a joined matter says of the answer, for themselves alone. */
const judgeJoined: KindMove = {
  ...PLAIN,
  name: { zh: '评价', en: 'Give the verdict' },
  effect: {
    zh: '没解决，您这件就重新办理；对方的评价不变',
    en: 'If it is not solved, yours is reopened; what others said stays as it is',
  },
  sentence: { zh: '您给出了评价。', en: 'You gave your verdict.' },
  staff: {
    sentence: { zh: '并入的居民给出了评价。', en: 'The resident whose matter was joined gave a verdict.' },
  },
  permit: 'case.judge',
  from: ['merged'],
  outcomes: [{ when: { input: 'solved', is: false }, to: 'reopened' }],
  needs: ['solved'],
  may: ['satisfaction', 'words'],
  rules: ['answeredWhereJoined'],
  event: 'joinedJudged',
  tellsRequester: true,
}

/**
 * 诉求, version 7: whoever raised a matter that was joined with another has a verdict of their own on each answer there, and a matter
 * of their own again where it is not solved for them. It neither replaces the other requester's verdict nor waits for it (ADR 0026).
 * While a matter is on hold its requester can add something or withdraw it, as at any other time.
 */
export const request7: Kind = {
  ...request6,
  version: 7,
  moves: {
    ...request6.moves,
    ...changed(request6.moves, {
      reopen: { from: ['closed', 'merged'] },
      // Whoever waits knows best what has changed meanwhile, and need not wait to say that it is over.
      add: { from: [...(request6.moves['add']?.from ?? []), 'suspended'] },
      // It stops no clock of its own: an end stops them all, and one that the requester can stop would ask them for an answer.
      withdraw: { from: [...(request6.moves['withdraw']?.from ?? []), 'suspended'] },
      // What was joined before anybody looked at it, and then reopened, may have none.
      dispatch: { rules: [...(request6.moves['dispatch']?.rules ?? []), 'itemKnown'] },
    }),
    judgeJoined,
  },
}
