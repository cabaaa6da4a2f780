import { wallNow } from '../ui/server-time.ts'

/** What stays on a device for a time only, because somebody else may use it next. */
export interface Passing {
  /**
   * From when its time counts, in Unix milliseconds by the server's clock; absent: nobody knew that clock when it was kept. This
   * device's own may be set wrong by any time, and what a person left here is not lost for that.
   */
  readonly since?: number | undefined
}

/** For what is kept now. */
export const fromNow = (): Passing => ({ since: wallNow() })

/**
 * What has time left. Where it was not known since when, or that lies ahead, its time counts from now; while the server's time is
 * not known, everything stays as it is.
 *
 * @param keptMs how long it stays
 * @param now by the server's clock
 */
export const stillKept = <T extends Passing>(
  all: readonly T[],
  keptMs: number,
  now = wallNow(),
): readonly T[] =>
  now === undefined
    ? all
    : all
        .filter(({ since = now }) => now - since < keptMs)
        .map((one) => ({ ...one, since: Math.min(one.since ?? now, now) }))
