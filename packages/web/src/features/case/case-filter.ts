import type { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { Input } from '@lianxin/contract/route'

type ListQuery = Input<typeof caseRoutes.list>['query']

/** The saved views of the inbox: 我的 · 本单位 · 下级. */
export const BOXES = ['mine', 'unit', 'below'] as const
export type Box = (typeof BOXES)[number]
export const SORTS = ['due', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

/** What the list shows; kept in the address, so that a view can be bookmarked and survives a reload. */
export interface CaseFilter {
  readonly box?: Box
  readonly state?: string
  readonly overdue?: true
  readonly closed?: true
  readonly itemCode?: string
  readonly placeCode?: string
  readonly number?: string
  readonly sort?: Sort
}

const oneOf = <const T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value)
const text = (pattern: RegExp, value: unknown): string | undefined => {
  const written = typeof value === 'number' ? String(value) : value
  return typeof written === 'string' && pattern.test(written) ? written : undefined
}

/** Reads the address; anything that is not a filter is dropped rather than sent on. */
export const readFilter = (search: Readonly<Record<string, unknown>>): CaseFilter => {
  const box = oneOf(BOXES, search['box'])
  const state = text(/^[a-z][A-Za-z]{1,39}$/, search['state'])
  const itemCode = text(/^[\w.-]{1,40}$/, search['itemCode'])
  const placeCode = text(/^\d{6,15}$/, search['placeCode'])
  const number = text(/^.{1,30}$/, search['number'])
  const sort = oneOf(SORTS, search['sort'])
  return {
    ...(box ? { box } : {}),
    ...(state ? { state } : {}),
    ...(search['overdue'] === true ? { overdue: true } : {}),
    ...(search['closed'] === true ? { closed: true } : {}),
    ...(itemCode ? { itemCode } : {}),
    ...(placeCode ? { placeCode } : {}),
    ...(number ? { number } : {}),
    ...(sort ? { sort } : {}),
  }
}

/** The query of the list. Open matters only, unless closed ones are asked for or one is looked up by its number. */
export const listQueryOf = (filter: CaseFilter): ListQuery => {
  const { box = 'mine', closed, state, overdue, itemCode, placeCode, number, sort = 'due' } = filter
  // A number names one matter, in whichever view it lies: looking it up does not stop at the view.
  if (number) return { box: 'all', number, sort }
  return {
    box,
    sort,
    ...(state ? { state } : closed ? { open: false } : { open: true }),
    ...(overdue ? { overdue } : {}),
    ...(itemCode ? { itemCode } : {}),
    ...(placeCode ? { placeCode } : {}),
  }
}

/** The filters that narrow the view, for the chips that take them off again. */
export const narrowing = ({ state, overdue, closed, itemCode, placeCode, number }: CaseFilter) => ({
  ...(state ? { state } : {}),
  ...(overdue ? { overdue } : {}),
  ...(closed ? { closed } : {}),
  ...(itemCode ? { itemCode } : {}),
  ...(placeCode ? { placeCode } : {}),
  ...(number ? { number } : {}),
})
