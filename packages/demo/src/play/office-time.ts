import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, dayAt, instantOf, MINUTE_MS } from '@lianxin/contract'

const OPENS_MINUTE = 8 * 60 + 30
const CLOSES_MINUTE = 17 * 60 + 30

/**
 * When somebody who is there from 8:30 to 17:30, every day, has spent so many minutes on it. Weekends have a duty roster;
 * whoever works around the clock is not asked.
 */
export function afterOfficeMinutes(from: number, minutes: number): number {
  let left = minutes * MINUTE_MS
  for (let day = dayAt(from, CHINA_UTC_OFFSET_MINUTES); ; day += 1) {
    const opens = Math.max(from, instantOf(day, OPENS_MINUTE, CHINA_UTC_OFFSET_MINUTES))
    const closes = instantOf(day, CLOSES_MINUTE, CHINA_UTC_OFFSET_MINUTES)
    if (closes <= opens) continue
    if (opens + left <= closes) return opens + left
    left -= closes - opens
  }
}

/** The next moment at which it is this hour and minute in China: `08:00`. */
export function nextTimeOfDay(now: number, minuteOfDay: number): number {
  const today = instantOf(dayAt(now, CHINA_UTC_OFFSET_MINUTES), minuteOfDay, CHINA_UTC_OFFSET_MINUTES)
  return today >= now ? today : today + DAY_MS
}

/** Minutes after midnight of a time of day such as 08:00. @throws an Error with one sentence */
export function minuteOf(text: string): number {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hour === '') throw new Error(`--from must be a time of day such as 08:00, not "${text}".`)
  return Number(hour) * 60 + Number(minute)
}
