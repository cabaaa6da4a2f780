import { DAY_MS, HOUR_MS, MINUTE_MS } from '@lianxin/contract/rules/local-day'
import { spokenDue } from '@lianxin/contract/rules/spoken-due'
import { useMemo } from 'react'
import { useWords, type Words } from '../messages/words.ts'
import { useNow } from './now.ts'
import { type Locale, usePreferences } from './preferences.ts'

/** All of China keeps Beijing time; the words say the same thing wherever the device thinks it is. */
export const TIME_ZONE = 'Asia/Shanghai'
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** Number of the Beijing day in which an instant falls. */
const dayOf = (at: number): number => Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS)
const yearOf = (at: number): number => new Date(at + BEIJING_OFFSET_MS).getUTCFullYear()

/** Times as people say them. All instants are Unix milliseconds. */
export interface TimeWords {
  /** “周四 18:00”, “今天 09:12”, “10月9日 18:00”. */
  readonly point: (at: number) => string
  /** A deadline as `point`; one that ends with a day is said as the last minute of that day. */
  readonly due: (at: number) => string
  /** The same with its word: “周四 18:00 前”. */
  readonly deadline: (at: number) => string
  /** “刚刚”, “5 分钟前”, “3 小时后”, then as `point`. */
  readonly moment: (at: number) => string
  /** “2 天 4 小时”, “40 分钟”: a length of time, rounded down, at least a minute. */
  readonly span: (ms: number) => string
  /** “还剩 3 小时” or “已超 2 小时”. */
  readonly left: (dueAt: number) => string
  /** “2026年10月9日星期五 18:00(北京时间)”. */
  readonly exact: (at: number) => string
  /** “2026年10月” for `2026-10`. */
  readonly month: (code: string) => string
  /** “2026年第4季度” for `2026-Q4`. */
  readonly quarter: (code: string) => string
}

/** @param t words of the `ui` catalogue */
export const timeWords = (t: Words, locale: Locale, now: number): TimeWords => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: TIME_ZONE, ...options })
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const weekday = format({ weekday: locale === 'en' ? 'long' : 'short' })
  const monthDay = format({ month: 'long', day: 'numeric' })
  const fullDate = format({ year: 'numeric', month: 'long', day: 'numeric' })
  const wholeMonth = format({ year: 'numeric', month: 'long' })
  const exactDate = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })

  const parts = (at: number) => {
    const days = dayOf(at) - dayOf(now)
    const day =
      days === 0
        ? 'today'
        : days === 1
          ? 'tomorrow'
          : days === -1
            ? 'yesterday'
            : Math.abs(days) < 7
              ? 'weekday'
              : 'date'
    const name =
      day === 'weekday' ? weekday.format(at) : (yearOf(at) === yearOf(now) ? monthDay : fullDate).format(at)
    return { day, name, time: clock.format(at) }
  }

  const span = (ms: number): string => {
    const minutes = Math.max(1, Math.floor(Math.abs(ms) / MINUTE_MS))
    const days = Math.floor(minutes / 1440)
    const hours = Math.floor((minutes % 1440) / 60)
    if (days > 0)
      return hours > 0 && days < 7 ? t('time.daysHours', { days, hours }) : t('time.days', { days })
    if (hours > 0)
      return minutes % 60 >= 1 && hours < 3
        ? t('time.hoursMinutes', { hours, minutes: minutes % 60 })
        : t('time.hours', { hours })
    return t('time.minutes', { minutes })
  }

  const point = (at: number): string => t('time.point', parts(at))

  return {
    point,
    span,
    due: (at) => point(spokenDue(at)),
    deadline: (at) => t('time.deadline', parts(spokenDue(at))),
    moment: (at) => {
      const distance = Math.abs(at - now)
      if (distance < MINUTE_MS) return t('time.now')
      if (distance >= 6 * HOUR_MS) return point(at)
      return t(at < now ? 'time.ago' : 'time.ahead', { span: span(distance) })
    },
    left: (dueAt) => t(dueAt > now ? 'time.left' : 'time.over', { span: span(dueAt - now) }),
    quarter: (code) => t('time.quarter', { year: code.slice(0, 4), number: code.slice(-1) }),
    month: (code) => wholeMonth.format(Date.parse(`${code}-01T00:00:00+08:00`)),
    exact: (at) => t('time.exact', { date: exactDate.format(at), time: clock.format(at) }),
  }
}

/** @param earliest what is told was known at this time of the server's, so that it is no earlier now, whatever the clock shows */
export const useTimeWords = (earliest = 0): TimeWords => {
  const t = useWords('ui')
  const { locale } = usePreferences()
  const now = Math.max(useNow(), earliest)
  return useMemo(() => timeWords(t, locale, now), [t, locale, now])
}
