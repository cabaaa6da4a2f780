import type { RequesterView } from '@lianxin/contract'

/** What the office knows the requester by, and what must not slip into a public text. */
export const knownOf = ({ name, phone }: Pick<RequesterView, 'name' | 'phone'>): readonly string[] =>
  [name, phone].filter((word): word is string => word !== null && word.length > 1)
