import { burdenRoutes } from '@lianxin/contract/gate/burden-routes'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

/** The duty lists in force. */
export const useDutyLists = () => useQuery({ ...queryOf(burdenRoutes.lists, {}), staleTime: 300_000 })

/** What every community is burdened with in a month; the newest one where none is named. */
export const useBurden = (month: string | undefined) =>
  useQuery({
    ...queryOf(burdenRoutes.board, { query: month ? { month } : {} }),
    placeholderData: keepPreviousData,
  })

/** Every grid of one community, and what burdens it. */
export const useCommunityBurden = (code: string, month: string) =>
  useQuery(queryOf(burdenRoutes.community, { params: { code }, query: { month } }))
