import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

/** How a matter stands towards the wall; no words, no person. */
export const useStanding = (caseId: string) =>
  useQuery(queryOf(echoDeskRoutes.standing, { params: { id: caseId } }))

export type DeskShow = 'ready' | 'published' | 'down'

/** The publisher's lists. */
export const useDeskList = (show: DeskShow) =>
  useInfiniteQuery({
    queryKey: [echoDeskRoutes.desk.id, show],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api(echoDeskRoutes.desk, { query: { show, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    getNextPageParam: (page) => page.next,
  })
