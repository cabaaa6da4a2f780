import { OPENING_ASKED } from '@lianxin/contract/case/opening-events'
import type { LiveChange } from '@lianxin/contract/live/live-events'

/** So many lines are kept: a wall that runs for a week must not grow. */
export const MOST_NEWS = 60

/** What happens at the burden gate has no place on a map, and what was asked for is told when it is opened, a moment later. */
export const isNews = (type: string): boolean => !type.startsWith('gate.') && type !== OPENING_ASKED

/** Puts what was heard before what was known: newest first, each event once, never more than `MOST_NEWS`. */
export const addNews = (
  known: readonly LiveChange[],
  heard: readonly LiveChange[],
): readonly LiveChange[] => {
  const seen = new Set(known.map(({ seq }) => seq))
  const fresh = heard.filter(({ seq }) => !seen.has(seq) && seen.add(seq))
  if (fresh.length === 0) return known
  return [...known, ...fresh].sort((a, b) => b.seq - a.seq).slice(0, MOST_NEWS)
}
