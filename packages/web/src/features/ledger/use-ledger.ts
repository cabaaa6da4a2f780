import { ledgerRoutes } from '@lianxin/contract/ledger/ledger-routes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useActivePost } from '../../data/active-post.ts'
import { api } from '../../data/api-client.ts'

/** Every answer that showed personal data, newest first, page by page. */
export const useLedger = () => {
  const post = useActivePost()
  return useInfiniteQuery({
    queryKey: [ledgerRoutes.list.id, post],
    queryFn: ({ pageParam, signal }) =>
      api(ledgerRoutes.list, { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}
