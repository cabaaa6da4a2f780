import { MINUTE_MS } from '@lianxin/contract/rules/local-day'
import { useMemo } from 'react'
import { useWords, type Words } from '../../messages/words.ts'
import { type Locale, usePreferences } from '../../ui/preferences.ts'
import { TIME_ZONE } from '../../ui/time-words.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** “02:07:30”, hours running on past a day: a length of time that one watches. */
export const countdown = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(Math.abs(ms) / 1_000))
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

/** Times as a wall tells them, by Beijing time: exact, because somebody acts on them. */
export const wallTimeIn = (locale: Locale, t: Words) => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: TIME_ZONE,
      hourCycle: 'h23',
      ...options,
    })
    return (at: number) => made.format(at)
  }
  const minute = format({ hour: '2-digit', minute: '2-digit' })
  const day = format({ month: 'long', day: 'numeric', weekday: 'long' })
  const shortDay = format({ weekday: 'short' })
  return {
    day,
    shortDay,
    second: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    minute,
    /** When something began, beside a line of a later time: with its day where that is another. */
    since: (at: number, beside: number): string =>
      day(at) === day(beside) ? minute(at) : `${shortDay(at)} ${minute(at)}`,
    /** What is left until a deadline, or by how much it is over. */
    left: (dueAt: number, now: number): string => {
      const left = dueAt - now
      if (Math.abs(left) < 24 * 60 * MINUTE_MS) return countdown(left)
      return t('due.days', { days: Math.floor(Math.abs(left) / (24 * 60 * MINUTE_MS)) })
    },
  }
}

export const useWallTime = () => {
  const t = useWords('command')
  const { locale } = usePreferences()
  return useMemo(() => wallTimeIn(locale, t), [t, locale])
}
