import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHINA_UTC_OFFSET_MINUTES, dayAt, instantOf, MINUTE_MS, weekdayOf } from '@lianxin/contract'

const FRIDAY = 4

/**
 * Lets the demonstration's time begin some minutes before the wished time of the next weekday, never earlier than it has been:
 * on a weekend offices are closed and few clocks run out. Only while no server runs on the folder. Gives the wished moment.
 *
 * @param minute of the day in China
 */
export function setDay(dataDir: string, minute: number, minutesBefore: number): number {
  const file = join(dataDir, 'demo-clock.json')
  const now = Math.max(Date.now(), toldIn(file))
  let day = dayAt(now, CHINA_UTC_OFFSET_MINUTES)
  const at = () => instantOf(day, minute, CHINA_UTC_OFFSET_MINUTES) - minutesBefore * MINUTE_MS
  while (weekdayOf(day) > FRIDAY || at() < now) day += 1
  mkdirSync(dataDir, { recursive: true })
  const anchor = { told: at(), since: Date.now(), speed: 1, until: 0 }
  writeFileSync(file, JSON.stringify(anchor), { mode: 0o600 })
  return at() + minutesBefore * MINUTE_MS
}

/** What the clock of an earlier run has shown at most; 0 where there was none. */
function toldIn(file: string): number {
  try {
    const { told, since, speed, until } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    const [from = 0, fast = 1, end = 0] = [since, speed, until]
    return (told ?? 0) + Math.max(0, end - from) * fast + (Date.now() - from)
  } catch {
    return 0
  }
}
