import type { Me } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { useActivePost } from './active-post.ts'
import { api, queryOf } from './api-client.ts'
import { forgetCodes } from './kept-codes.ts'
import { adoptEntries } from './kept-entries.ts'
import { forgetOthers, isSame, knownAccounts } from './own-data.ts'
import { adoptDrafts } from './own-draft-ids.ts'
import { queryClient } from './query-client.ts'
import { askToSignInAgain, noteSignedIn } from './session-guard.ts'

/** Another window of this browser, which shares the session, has passed to somebody else. */
const startAnew = (me: Me): void => {
  forgetOthers(me)
  queryClient.removeQueries({ queryKey: [accountRoutes.me.id], type: 'inactive' })
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountRoutes.me.id })
}

/** A session that ended is asked for again before the page is told that nobody is signed in. */
const whoIsAsking = async (signal: AbortSignal): Promise<Me> => {
  const before = knownAccounts()
  const me = await api(accountRoutes.me, { signal })
  if (me.kind === 'account') {
    noteSignedIn(true)
    if (before.length > 0 && !isSame(me, before)) startAnew(me)
    adoptEntries(me)
    adoptDrafts(me, { goesOn: true })
  } else if (await askToSignInAgain()) return api(accountRoutes.me, { signal })
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
