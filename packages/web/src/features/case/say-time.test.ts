import { describe, expect, it } from 'vitest'
import { sayExactly, sayLength, sayWhen } from './say-time.ts'

const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const NOW = at('2026-07-01T23:50:00') // a Wednesday

describe('a time as people say it', () => {
  it.each([
    ['2026-07-01T18:00', '今天 18:00', 'today 18:00'],
    ['2026-07-02T00:10', '明天 00:10', 'tomorrow 00:10'],
    ['2026-06-30T09:05', '昨天 09:05', 'yesterday 09:05'],
    ['2026-07-06T18:00', '周一 18:00', 'Mon 18:00'],
    ['2026-07-08T18:00', '7月8日 18:00', '8 Jul 18:00'],
    ['2026-06-25T18:00', '6月25日 18:00', '25 Jun 18:00'],
    ['2025-12-31T18:00', '2025年12月31日', '31 Dec 2025'],
  ])('%s is “%s” or “%s”', (iso, zh, en) => {
    expect(sayWhen(at(iso), NOW, 'zh-CN')).toBe(zh)
    expect(sayWhen(at(iso), NOW, 'en')).toBe(en)
  })

  it('gives the exact instant on demand', () => {
    expect(sayExactly(at('2026-07-02T18:00:07'))).toBe('2026-07-02 18:00:07 (UTC+8)')
  })
})

describe('a length of time', () => {
  const MINUTE = 60_000
  it.each([
    [20_000, '1分钟', '1m'],
    [45 * MINUTE, '45分钟', '45m'],
    [200 * MINUTE, '3小时 20分钟', '3h 20m'],
    [-180 * MINUTE, '3小时', '3h'],
    [51 * 60 * MINUTE, '2天 3小时', '2d 3h'],
    [5.5 * 24 * 60 * MINUTE, '5天', '5d'],
  ])('%d ms is “%s” or “%s”', (ms, zh, en) => {
    expect(sayLength(ms, 'zh-CN')).toBe(zh)
    expect(sayLength(ms, 'en')).toBe(en)
  })
})
