import type { RequesterView } from '@lianxin/contract'

/** What the office knows the requester by, and what must not slip into a public text. */
export const knownOf = (requester: Pick<RequesterView, 'name' | 'phone'> | null): readonly string[] =>
  [requester?.name, requester?.phone].filter(
    (word): word is string => typeof word === 'string' && word.length > 1,
  )
