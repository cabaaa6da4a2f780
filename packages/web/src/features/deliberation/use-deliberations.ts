import { deliberationRoutes } from '@lianxin/contract/deliberation/deliberation-routes'
import type { DeliberationList } from '@lianxin/contract/deliberation/deliberation-views'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'
import type { DeliberationSearch } from './deliberation-search.ts'

/** What is decided in a community, or in all of them, page by page. */
export const useDeliberations = ({ community }: DeliberationSearch) => {
  const narrowed = community ? { communityCode: community } : {}
  return useInfiniteQuery({
    queryKey: [deliberationRoutes.list.id, narrowed],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }): Promise<DeliberationList> =>
      api(deliberationRoutes.list, {
        query: { ...narrowed, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export const useDeliberation = (id: string) => useQuery(queryOf(deliberationRoutes.page, { params: { id } }))
