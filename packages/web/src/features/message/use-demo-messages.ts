import { messageRoutes } from '@lianxin/contract/message/message-routes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../data/api-client.ts'

/** The page looks again by itself: whoever tries the demonstration waits here for a one-time code. */
const LOOK_AGAIN_MS = 3000

/** What the demonstration would have sent, newest first. */
export const useDemoMessages = () =>
  useInfiniteQuery({
    queryKey: [messageRoutes.demo.id],
    queryFn: ({ pageParam, signal }) =>
      api(messageRoutes.demo, { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_AGAIN_MS,
  })
