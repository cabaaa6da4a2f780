import type { Me } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { useActivePost } from './active-post.ts'
import { api, queryOf } from './api-client.ts'
import { forgetCodes } from './kept-codes.ts'
import { askToSignInAgain, noteSignedIn } from './session-guard.ts'

/** A session that ended is asked for again before the page is told that nobody is signed in. */
const whoIsAsking = async (signal: AbortSignal): Promise<Me> => {
  const me = await api(accountRoutes.me, { signal })
  if (me.kind === 'account') noteSignedIn(true)
  else if (await askToSignInAgain()) return api(accountRoutes.me, { signal })
  // Also where the session ended by itself, or an answer came in while somebody signed out.
  else forgetCodes()
  return me
}

/** Who is asking: nobody, a requester, or an account with posts and permissions. */
export const useMe = () => {
  useActivePost()
  return useQuery({
    queryKey: queryOf(accountRoutes.me, {}).queryKey,
    queryFn: ({ signal }) => whoIsAsking(signal),
    staleTime: 60_000,
  })
}

/** The tenant, its extent and the mode of this deployment; it does not change while the page is open. */
export const useConfig = () =>
  useQuery({ ...queryOf(placeRoutes.config, {}), staleTime: Number.POSITIVE_INFINITY })
