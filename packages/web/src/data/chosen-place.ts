import type { ReportCase } from '@lianxin/contract/case/case-commands'

export type Where = ReportCase['where']
/** What /api/places/locate takes: the place without the words about it. */
export type Spot = Omit<Where, 'detail'>

/** The place part of an answer: a point, a grid, a compound, a building or at least a community. Null: words about a place alone are none. */
export const spotOf = ({ detail: _words, ...spot }: Where): Spot | null =>
  Object.values(spot).some((part) => part !== undefined) ? spot : null

export const hasPlace = (where: Where): boolean => spotOf(where) !== null

/** Where a post looks after: its grid, or the whole community; nothing for a post that has a wider place. */
export const ownPlace = (placeCode: string): Spot =>
  placeCode.length === GRID_DIGITS
    ? { gridCode: placeCode }
    : placeCode.length === COMMUNITY_DIGITS
      ? { communityCode: placeCode }
      : {}
const GRID_DIGITS = 15
const COMMUNITY_DIGITS = 12

/** The chosen place, or the own one where none was chosen; either way with what was written about it. */
export const placeOr = (where: Where, own: Spot): Where => {
  const detail = where.detail?.trim()
  return { ...(spotOf(where) ?? own), ...(detail ? { detail } : {}) }
}
