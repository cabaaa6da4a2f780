import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkText, codePoints, isBlank, normaliseText } from './text-limits.ts'

const HOSTILE = [
  "'; DROP TABLE case; --",
  '" OR ""="',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x","y")',
  "@SUM(1+1)*cmd|'/C calc'!A0",
  '{{7*7}} #{7*7} %s %n',
  '../../etc/passwd',
  '{"$ne": null}',
  '\\u0000 &#0; %00',
  '暖气不热,室温只有15℃。👨‍👩‍👧 楼上漏水😡',
]

describe('free text', () => {
  test.each(HOSTILE)('“%s” is kept as it was written', (text) => {
    expect(normaliseText(text)).toBe(text)
  })

  test.each([
    ['line ends of any system', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a tab', 'a\tb', 'a b'],
    ['control characters', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
    ['marks that reorder text', 'a\u202etxt.exe\u2066b', 'atxt.exeb'],
    ['a letter with its accent apart', 'e\u0301', '\u00e9'],
    ['half of a pair', 'a\ud83d', 'a\ufffd'],
    ['blanks around', ' \u3000\n a \n', 'a'],
  ])('%s is put in order', (_, raw, stored) => {
    expect(normaliseText(raw)).toBe(stored)
  })

  test('putting in order twice changes nothing more, and loses no visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = normaliseText(raw)
        expect(normaliseText(once)).toBe(once)
        expect(once).toBe(once.normalize('NFC'))
        expect(once.isWellFormed()).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (raw) => {
        expect(normaliseText(`|${raw}|`)).toBe(`|${raw}|`)
      }),
    )
  })

  test('is measured in code points, after it was put in order', () => {
    expect(codePoints('𠮷👍a')).toBe(3)
    expect(checkText(` ${'𠮷'.repeat(10)} `, { max: 10 })).toEqual({ text: '𠮷'.repeat(10), length: 10 })
    expect(checkText('𠮷'.repeat(11), { max: 10 }).problem).toBe('too-long')
    expect(checkText('短', { min: 2, max: 10 }).problem).toBe('too-short')
  })

  test.each(['', '  \n ', '\u3000', '\u200b\u200d', '\u0000'])('%o is empty', (raw) => {
    expect(checkText(raw, { max: 10 }).problem).toBe('empty')
    expect(checkText(raw, { min: 0, max: 10 }).problem).toBeUndefined()
  })

  test('a single visible sign is not blank', () => {
    expect(isBlank('👍🏽')).toBe(false)
    expect(isBlank('.')).toBe(false)
  })
})
