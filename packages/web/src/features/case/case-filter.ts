import type { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { Input } from '@lianxin/contract/route'

type ListQuery = Input<typeof caseRoutes.list>['query']

/** The saved views of the inbox: 我的 · 本单位 · 下级 hold open matters; 全部 is everything within reach, closed ones too. */
export const BOXES = ['mine', 'unit', 'below', 'all'] as const
export type Box = (typeof BOXES)[number]
export const SORTS = ['due', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]
/** Not late yet: due before midnight, or within four hours. */
export const DUES = ['today', 'soon'] as const

/** What the list shows; kept in the address, so that a view can be bookmarked and survives a reload. */
export interface CaseFilter {
  readonly box?: Box
  readonly state?: string
  readonly overdue?: true
  readonly due?: (typeof DUES)[number]
  readonly closed?: true
  /** What the wall counts, so that a number there and the list behind it are the same. */
  readonly counted?: true
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
  const due = oneOf(DUES, search['due'])
  return {
    ...(box ? { box } : {}),
    ...(state ? { state } : {}),
    ...(search['overdue'] === true ? { overdue: true } : {}),
    ...(due ? { due } : {}),
    ...(search['closed'] === true ? { closed: true } : {}),
    ...(search['counted'] === true ? { counted: true } : {}),
    ...(itemCode ? { itemCode } : {}),
    ...(placeCode ? { placeCode } : {}),
    ...(number ? { number } : {}),
    ...(sort ? { sort } : {}),
  }
}

/** Closed matters are in nobody's hands, so that looking for them, or for one by its number, looks everywhere. */
export const viewOf = ({ box = 'mine', closed, number }: CaseFilter): Box => (closed || number ? 'all' : box)

/** The query of the list. Open matters only, unless closed ones, a state or a number are asked for. */
export const listQueryOf = (filter: CaseFilter): ListQuery => {
  const { closed, counted, state, overdue, due, itemCode, placeCode, number, sort = 'due' } = filter
  const box = viewOf(filter)
  if (number) return { box, number, sort }
  return {
    box,
    sort,
    ...(state ? { state } : { open: !closed }),
    ...(overdue ? { overdue } : {}),
    ...(due ? { due } : {}),
    ...(counted ? { counted } : {}),
    ...(itemCode ? { itemCode } : {}),
    ...(placeCode ? { placeCode } : {}),
  }
}

/** The filters that narrow the view, for the chips that take them off again. */
export const narrowing = ({ box: _box, sort: _sort, ...narrow }: CaseFilter) => narrow
