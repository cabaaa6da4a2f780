import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Clock } from './clock.ts'

/** A clock whose speed can be set: a demonstration plays a day in minutes. It never goes back. */
export interface PlayedClock extends Clock {
  /** How many times as fast as the machine's it runs. */
  speed(): number
  /** Milliseconds ahead of the machine's time. */
  aheadMs(): number
  /**
   * Sets the speed for a minute of the machine's time. Whoever plays asks again in time; when it does not, because it
   * was killed, the clock runs as usual by itself.
   */
  setSpeed(speed: number): void
  /** Jumps ahead to a moment that has been; ignored when it is not ahead. */
  notBefore(moment: number): void
}

/** How long a speed lasts when nobody asks for it again, in the machine's time. */
export const SPEED_LASTS_MS = 60_000

/** From `since` (machine's time), when it was `told`, it runs `speed` times as fast until `until`. */
interface Anchor {
  readonly told: number
  readonly since: number
  readonly speed: number
  readonly until: number
}

/**
 * Opens the clock that is kept in `file`. What it says is a function of the machine's time and of that file, so after a
 * restart, however the last run ended, it goes on where it would be. A file that is missing or damaged means a clock
 * that shows the machine's time; the caller then says with `notBefore` what has been.
 */
export function openPlayedClock({ file, wall }: { file: string; wall: Clock }): PlayedClock {
  let anchor = readAnchor(file) ?? { told: wall.now(), since: wall.now(), speed: 1, until: 0 }
  let last = 0
  const now = (): number => {
    last = Math.max(last, toldAt(anchor, wall.now()), wall.now())
    return last
  }
  const begin = (told: number, speed: number, lasts: number) => {
    const since = wall.now()
    anchor = { told, since, speed, until: since + lasts }
    writeFileSync(`${file}.new`, JSON.stringify(anchor), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return {
    now,
    speed: () => (wall.now() < anchor.until ? anchor.speed : 1),
    aheadMs: () => Math.max(0, now() - wall.now()),
    setSpeed(speed) {
      if (!(Number.isInteger(speed) && speed >= 1)) throw new RangeError('a clock only goes forward')
      begin(now(), speed, SPEED_LASTS_MS)
    },
    notBefore(moment) {
      if (moment > now()) begin(moment, 1, 0)
    },
  }
}

export const isPlayedClock = (clock: Clock): clock is PlayedClock => 'setSpeed' in clock

function toldAt({ told, since, speed, until }: Anchor, moment: number): number {
  const fast = Math.max(0, Math.min(moment, until) - since)
  const usual = Math.max(0, moment - Math.max(until, since))
  return Math.floor(told + fast * speed + usual)
}

function readAnchor(file: string): Anchor | undefined {
  try {
    const { told, since, speed, until } = JSON.parse(readFileSync(file, 'utf8')) as Anchor
    return [told, since, speed, until].every(Number.isFinite) && speed >= 1
      ? { told, since, speed, until }
      : undefined
  } catch {
    return undefined
  }
}
