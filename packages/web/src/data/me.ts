import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useActivePost } from './active-post.ts'
import { queryOf } from './api-client.ts'
import { noteSignedIn } from './session-guard.ts'

/** Who is asking: nobody, a requester, or an account with posts and permissions. */
export const useMe = () => {
  useActivePost()
  const query = useQuery({ ...queryOf(accountRoutes.me, {}), staleTime: 60_000 })
  const kind = query.data?.kind
  useEffect(() => {
    if (kind) noteSignedIn(kind === 'account')
  }, [kind])
  return query
}

/** The tenant, its extent and the mode of this deployment; it does not change while the page is open. */
export const useConfig = () =>
  useQuery({ ...queryOf(placeRoutes.config, {}), staleTime: Number.POSITIVE_INFINITY })
