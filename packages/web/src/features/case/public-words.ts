import { findPersonal } from '@lianxin/contract/rules/find-personal'

/** What in words that will be public may lead to a person, each once. The server refuses numbers and doors; names a person decides about. */
export const leadsToPerson = (words: string): readonly string[] => [
  ...new Set(findPersonal(words).map(({ text }) => text)),
]
