import type { EvaluatedBy } from '@lianxin/contract/rating/evaluation-views'

/** What the page shows; it stands in the address, so that a figure can be passed on. */
export interface EvaluationSearch {
  readonly by?: EvaluatedBy
  readonly month?: string
  readonly place?: string
}

/** The search of an address as somebody may have typed it. */
export const readEvaluationSearch = (search: Record<string, unknown>): EvaluationSearch => {
  const { by, month, place } = search
  return {
    ...(by === 'item' || by === 'place' ? { by } : {}),
    ...(typeof month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    // A code of digits only is read as a number where it is short enough.
    ...(/^(\d{6}|\d{9}|\d{12})$/.test(String(place)) ? { place: String(place) } : {}),
  }
}
