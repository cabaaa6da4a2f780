import { readFileSync } from 'node:fs'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import type { Words } from '../messages/words.ts'
import type { Locale } from './preferences.ts'
import { timeWords } from './time-words.ts'

/** The real catalogue, read with the library's own parser. */
const wordsFrom = (locale: Locale): Words => {
  const file = new URL(`../messages/${locale}/ui.json`, import.meta.url)
  const { time } = JSON.parse(readFileSync(file, 'utf8')) as { time: Record<string, string> }
  return (key, values) =>
    String(new IntlMessageFormat(time[key.slice('time.'.length)] ?? '', locale).format(values))
}

/** Beijing time. */
const at = (text: string) => Date.parse(`${text}+08:00`)
// A Friday: the ninth of October 2026.
const NOW = at('2026-10-09T10:00:00')
const MINUTE = 60_000

describe.each([
  ['zh-CN', '2026-10-09T18:00:00', '今天 18:00 前'],
  ['zh-CN', '2026-10-10T12:00:00', '明天 12:00 前'],
  ['zh-CN', '2026-10-11T00:00:00', '明天 23:59 前'],
  ['zh-CN', '2026-10-15T18:00:00', '周四 18:00 前'],
  ['zh-CN', '2026-10-16T18:00:00', '10月16日 18:00 前'],
  ['zh-CN', '2027-01-04T18:00:00', '2027年1月4日 18:00 前'],
  ['zh-CN', '2026-10-08T18:00:00', '昨天 18:00 前'],
  ['en', '2026-10-09T18:00:00', 'by 18:00 today'],
  ['en', '2026-10-15T18:00:00', 'by 18:00 on Thursday'],
  ['en', '2026-10-16T00:00:00', 'by 23:59 on Thursday'],
  ['en', '2027-01-04T18:00:00', 'by 18:00 on 4 January 2027'],
] as const)('a deadline in %s at %s', (locale, due, said) => {
  test(`is said “${said}”`, () => {
    expect(timeWords(wordsFrom(locale), locale, NOW).deadline(at(due))).toBe(said)
  })
})

const zh = timeWords(wordsFrom('zh-CN'), 'zh-CN', NOW)
const en = timeWords(wordsFrom('en'), 'en', NOW)

test('a moment just past is told by how long ago it was, an older one by its hour and day', () => {
  expect(zh.moment(NOW - 20_000)).toBe('刚刚')
  expect(zh.moment(NOW - 5 * MINUTE)).toBe('5 分钟前')
  expect(zh.moment(NOW - 180 * MINUTE)).toBe('3 小时前')
  expect(zh.moment(NOW + 180 * MINUTE)).toBe('3 小时后')
  expect(zh.moment(at('2026-10-09T01:05:00'))).toBe('今天 01:05')
  expect(zh.moment(at('2026-10-08T09:12:00'))).toBe('昨天 09:12')
  expect(en.moment(NOW - 5 * MINUTE)).toBe('5 min ago')
  expect(en.moment(at('2026-10-05T09:12:00'))).toBe('Monday 09:12')
})

test('midnight belongs to the day that begins', () => {
  expect(zh.point(at('2026-10-10T00:00:00'))).toBe('明天 00:00')
  expect(zh.point(at('2026-10-09T23:59:59'))).toBe('今天 23:59')
})

test('time left and time over are rounded down and never zero', () => {
  expect(zh.left(NOW + 40 * MINUTE)).toBe('还剩 40 分钟')
  expect(zh.left(NOW + 20_000)).toBe('还剩 1 分钟')
  expect(zh.left(NOW - 145 * MINUTE)).toBe('已超 2 小时 25 分钟')
  expect(zh.left(NOW + 52 * 60 * MINUTE)).toBe('还剩 2 天 4 小时')
  expect(en.left(NOW + 60 * MINUTE)).toBe('1 hour left')
  expect(en.left(NOW - 49 * 60 * MINUTE)).toBe('2 days 1 h overdue')
})

test('the exact time names the year, the weekday and whose clock it is', () => {
  expect(zh.exact(NOW)).toBe('2026年10月9日星期五 10:00（北京时间）')
  expect(en.exact(NOW)).toContain('9 October 2026')
  expect(en.exact(NOW)).toContain('(Beijing time)')
})
