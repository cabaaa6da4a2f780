import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useActivePost } from '../../data/active-post.ts'
import { api, queryOf } from '../../data/api-client.ts'
import { arrivalsOf } from './arrivals.ts'
import { type CaseFilter, listQueryOf } from './case-filter.ts'

const PAGE_ROWS = 40

/** Not a route's id, so that live events leave the rows where they are; only `refresh` draws the list anew. */
const INBOX = 'inbox'

/**
 * A list of matters that is read page by page and stays still while it changes: rows are updated in place, new ones
 * are counted in `arrived` until the reader asks for them.
 */
export const useInbox = (filter: CaseFilter) => {
  const client = useQueryClient()
  const post = useActivePost()
  const query = listQueryOf(filter)
  const pages = useInfiniteQuery({
    queryKey: [INBOX, query, post],
    queryFn: ({ pageParam, signal }) =>
      api(caseRoutes.list, {
        query: { ...query, limit: PAGE_ROWS, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
  })
  const first = pages.data?.pages[0]
  const head = useQuery({
    ...queryOf(caseRoutes.list, { query: { ...query, limit: PAGE_ROWS } }),
    enabled: first !== undefined,
    ...(first ? { initialData: first, initialDataUpdatedAt: pages.dataUpdatedAt } : {}),
  })

  const loaded = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const fresh = head.dataUpdatedAt > pages.dataUpdatedAt ? head.data?.rows : undefined
  const { rows, arrived } = useMemo(
    () => arrivalsOf(loaded, fresh, pages.hasNextPage),
    [loaded, fresh, pages.hasNextPage],
  )
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: [INBOX] }), [client])
  return {
    rows,
    arrived,
    refresh,
    loading: pages.isPending,
    error: pages.error,
    more: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    loadMore: pages.fetchNextPage,
  }
}
