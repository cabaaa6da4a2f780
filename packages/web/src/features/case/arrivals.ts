import type { CaseRow } from '@lianxin/contract/case/case-views'

export interface Arrivals {
  /** How many matters would come in if the list were drawn anew. */
  readonly arrived: number
  /** The list as shown, in its place, with what changed on the rows themselves. */
  readonly rows: readonly CaseRow[]
}

/**
 * Compares the list on the screen with a fresh first page, so that live changes update rows where they stand and
 * nothing jumps under the reader's hand: what is new waits behind a count. With `hasMore`, rows at the end of the
 * fresh page may only have moved up from a page that is not loaded, and do not count.
 */
export const arrivalsOf = (
  shown: readonly CaseRow[],
  fresh: readonly CaseRow[] | undefined,
  hasMore: boolean,
): Arrivals => {
  if (!fresh) return { arrived: 0, rows: shown }
  const byId = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(shown.map(({ id }) => id))
  const rows = shown.map((row) => {
    const now = byId.get(row.id)
    return now && now.version > row.version ? now : row
  })
  const reach = hasMore ? fresh.findLastIndex(({ id }) => known.has(id)) : fresh.length
  return { arrived: fresh.slice(0, Math.max(0, reach)).filter(({ id }) => !known.has(id)).length, rows }
}
