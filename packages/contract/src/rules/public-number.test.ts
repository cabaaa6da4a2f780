import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLEAR_ALPHABET } from './follow-code.ts'
import { CHINA_UTC_OFFSET_MINUTES } from './local-day.ts'
import { formatPublicNumber, parsePublicNumber } from './public-number.ts'

const registered = (registeredAt: string, serial: number, prefix = 'HG') =>
  formatPublicNumber({ prefix, registeredAt, serial, utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES })

const someNumber = fc
  .record({
    prefix: fc.stringMatching(/^[A-Z]{2}$/),
    registeredAt: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2090, 0) }),
    serial: fc.integer({ min: 1, max: 99_999_999 }),
  })
  .map((of) => ({ ...of, text: formatPublicNumber({ ...of, utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES }) }))

const isRefused = (text: string) => typeof parsePublicNumber(text) === 'string'

describe('the public number of a matter', () => {
  test('carries tenant, local day and serial', () => {
    const text = registered('2026-11-23T10:00:00+08:00', 42)
    expect(text).toMatch(/^HG-261123-0042-[2-9A-HJKMNP-Z]$/)
    expect(parsePublicNumber(text)).toEqual({ prefix: 'HG', date: '2026-11-23', serial: 42, text })
  })

  test('takes the day in China, where it is already tomorrow at 16:00 UTC', () => {
    expect(registered('2026-11-23T15:59:59Z', 1)).toContain('-261123-')
    expect(registered('2026-11-23T16:00:00Z', 1)).toContain('-261124-')
  })

  test('grows beyond four digits on a bad day', () => {
    expect(registered('2026-11-23T10:00:00+08:00', 12_345)).toContain('-12345-')
  })

  test('is read back from any way of writing it', () => {
    const full = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(someNumber, ({ text, prefix, serial }) => {
        for (const typed of [
          text,
          text.toLowerCase(),
          text.replaceAll('-', ''),
          text.replaceAll('-', ' — '),
          ` ${full(text)}\n`,
        ]) {
          expect(parsePublicNumber(typed)).toMatchObject({ prefix, serial, text })
        }
      }),
    )
  })

  test('never passes with one wrong character', () => {
    const anyCharacter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    fc.assert(
      fc.property(someNumber, fc.nat(), anyCharacter, ({ text }, position, character) => {
        const at = position % text.length
        fc.pre(text[at] !== '-' && text[at] !== character)
        expect(isRefused(text.slice(0, at) + character + text.slice(at + 1))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('never passes with two neighbouring characters exchanged before the check character', () => {
    fc.assert(
      fc.property(someNumber, fc.nat(), ({ text }, position) => {
        const compact = text.replaceAll('-', '')
        const at = position % (compact.length - 2)
        fc.pre(compact[at] !== compact[at + 1])
        const exchanged = `${compact.slice(0, at)}${compact[at + 1]}${compact[at]}${compact.slice(at + 2)}`
        expect(isRefused(exchanged)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('tells a misheard number from what is no number', () => {
    const text = registered('2026-11-23T10:00:00+08:00', 42)
    expect(parsePublicNumber(text.replace('0042', '0043'))).toBe('misread')
    for (const none of ['', 'HG', 'HG-261123-0042', "' OR 1=1 --", '<script>']) {
      expect(parsePublicNumber(none)).toBe('malformed')
    }
  })

  test.each(['HG-260230-0042', 'HG-261123-00042', 'HG-261123-0000'])(
    '%s, of no day, with a zero too many or of no matter, passes with no check character',
    (body) => {
      expect([...CLEAR_ALPHABET].filter((check) => !isRefused(`${body}-${check}`))).toEqual([])
    },
  )

  test('does not exist for a day, serial or prefix that it cannot hold', () => {
    for (const serial of [0, -1, 1.5, 1e10])
      expect(() => registered('2026-11-23T10:00:00Z', serial)).toThrow(RangeError)
    for (const prefix of ['H', 'hg', 'HG1', 'HGQ', '皇姑'])
      expect(() => registered('2026-11-23T10:00:00Z', 1, prefix)).toThrow(RangeError)
    expect(() => registered('1999-11-23T10:00:00Z', 1)).toThrow(RangeError)
  })
})
