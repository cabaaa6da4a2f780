import { expect, test } from 'vitest'
import { figure, markdownTable, share } from './markdown-table.ts'

test('a table has a rule below its head and numbers to the right', () => {
  expect(markdownTable(['', 'per s'], [['case', 12]])).toBe('|  | per s |\n| --- | ---: |\n| case | 12 |')
})

test.each([
  [1234.5, '1,235'],
  [99.94, '99.9'],
  [2.346, '2.35'],
  [0, '0.00'],
  [Number.NaN, '–'],
  [undefined, '–'],
])('%s is written as %s', (value, text) => expect(figure(value)).toBe(text))

test('a share is in whole per cent', () => expect(share(1, 3)).toBe('33 %'))
