import { ratingRoutes } from '@lianxin/contract/rating/rating-routes'
import type { HonestCount } from '@lianxin/contract/rules/honest-counts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import type { EvaluationSearch } from './evaluation-search.ts'

export const useEvaluation = ({ by = 'unit', ...filter }: EvaluationSearch & { readonly unit?: string }) =>
  useQuery({
    ...queryOf(ratingRoutes.board, { query: { by, ...filter } }),
    placeholderData: keepPreviousData,
  })

export const useRecurrences = (month: string | undefined) =>
  useQuery(queryOf(ratingRoutes.recurrences, { query: month === undefined ? {} : { month } }))

/** Which number was opened: of which row, and what it counts. */
export interface OpenedNumber {
  readonly key: string
  readonly name: string
  readonly count: HonestCount
}

export const useEvaluatedCases = (
  { by = 'unit', ...filter }: EvaluationSearch,
  { key, count }: OpenedNumber,
) =>
  useQuery(queryOf(ratingRoutes.cases, { query: { ...filter, ...(key === '' ? {} : { [by]: key }), count } }))
