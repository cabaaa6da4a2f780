import { currentKind, UNREADABLE } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { inBothLanguages } from './in-both-languages.ts'

const both = '整改：超时。\nOn the list: late.'

test.each([
  ['two lines of the system', 'rectification', both, '整改：超时。', 'On the list: late.'],
  ['two lines of a person', 'request', both, both, null],
  ['nothing any more', 'topic', '', '', null],
  ['what cannot be opened', 'topic', UNREADABLE, UNREADABLE, null],
])('%s', (_, kind, text, words, wordsEn) => {
  expect(inBothLanguages(currentKind(kind), text)).toEqual({ words, wordsEn })
})
