import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionOf, tokensOf } from './tokens.ts'

test('Chinese is found by characters and pairs, other words whole and whatever their case and width', () => {
  expect([...tokensOf('水压低，Ｗater 24h')].sort()).toEqual([
    '24h',
    'water',
    '低',
    '压',
    '压低',
    '水',
    '水压',
  ])
})

test('a question asks for pairs, or for a single character where there is only one', () => {
  expect(questionOf('水压低')).toEqual(['水压', '压低'])
  expect(questionOf(' 水 ')).toEqual(['水'])
  expect(questionOf('，。！')).toEqual([])
})

test('whoever asks for a stretch of a text finds the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'路灯不亮水压ab1 ，'), minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const words = whole.split(/([a-z0-9]+)/)
      const asked = words[from % words.length]?.slice(0, 1 + (length % 20)) ?? ''
      // Only whole words of letters are promised; Chinese is found from any character to any other.
      fc.pre(!/[a-z0-9]/.test(asked) || words.includes(asked))
      const tokens = tokensOf(whole)
      expect(questionOf(asked).filter((token) => !tokens.has(token))).toEqual([])
    }),
  )
})
