/** A counted answer is given to everybody who asks for the same within this time. */
const SHARED_MS = 1_000
const MOST_KEPT = 1_000

export type SharedAnswers<T> = (
  key: string,
  state: { readonly seq: number; readonly now: number },
  count: () => Promise<T>,
) => Promise<T>

/**
 * Counts once for all who ask at the same time: after a restart every wallboard asks at once. An answer is shared as long
 * as nothing more was counted (`seq`), and a second at most, because time alone makes matters overdue.
 */
export function sharedAnswers<T>(): SharedAnswers<T> {
  const kept = new Map<string, { seq: number; now: number; answer: Promise<T> }>()
  return (key, { seq, now }, count) => {
    const known = kept.get(key)
    if (known && known.seq === seq && Math.abs(now - known.now) < SHARED_MS) return known.answer
    const answer = count()
    // Put in again at the end, so that the first is the one that nobody has asked for longest.
    kept.delete(key)
    kept.set(key, { seq, now, answer })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    answer.catch(() => kept.delete(key))
    return answer
  }
}
