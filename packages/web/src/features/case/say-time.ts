const ZONE = 'Asia/Shanghai'
const OFFSET_MS = 8 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Locale = 'zh-CN' | 'en'

const dayOf = (at: number): number => Math.floor((at + OFFSET_MS) / DAY_MS)
const yearOf = (at: number): number => new Date(at + OFFSET_MS).getUTCFullYear()
const weekday = { weekday: 'short' } as const
const date = { month: 'short', day: 'numeric' } as const

const format = (at: number, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: ZONE, ...options }).format(at)

/** An instant as people say it, in the time of China: 今天 18:00 · 周四 18:00 · 7月3日 18:00 · 2025年7月3日. */
export const sayWhen = (at: number, now: number, locale: Locale): string => {
  const days = dayOf(at) - dayOf(now)
  const time = format(at, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (Math.abs(days) <= 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    return `${name} ${time}`
  }
  if (days > 1 && days < 7) return `${format(at, locale, weekday)} ${time}`
  if (yearOf(at) === yearOf(now)) return `${format(at, locale, date)} ${time}`
  return format(at, locale, { ...date, year: 'numeric' })
}

/** The exact instant, for whoever asks: 2026-07-02 18:00:07 (UTC+8). */
export const sayExactly = (at: number): string =>
  `${new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')} (UTC+8)`

/** A length of time in its two largest units that matter: 2 d 3 h, 3 h 20 min, 5 min. Never “0 min”: at least one. */
export const sayLength = (ms: number, locale: Locale): string => {
  const length = Math.max(MINUTE_MS, Math.abs(ms))
  const [days, hours, minutes] = [
    Math.floor(length / DAY_MS),
    Math.floor((length % DAY_MS) / HOUR_MS),
    Math.floor((length % HOUR_MS) / MINUTE_MS),
  ]
  const part = (amount: number, unit: 'day' | 'hour' | 'minute') =>
    amount === 0
      ? ''
      : new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: locale === 'en' ? 'narrow' : 'short',
        }).format(amount)
  const parts =
    days >= 3
      ? [part(days, 'day')]
      : days > 0
        ? [part(days, 'day'), part(hours, 'hour')]
        : [part(hours, 'hour'), part(minutes, 'minute')]
  return parts.filter((text) => text !== '').join(' ')
}
