import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

/** Open matters near to this one in place, time and item. */
export const useNearTo = (id: string) =>
  useQuery({ ...queryOf(caseRoutes.nearTo, { params: { id } }), staleTime: 60_000 })
