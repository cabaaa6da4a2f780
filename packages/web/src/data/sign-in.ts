import type { Me } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { setActivePost } from './active-post.ts'
import { queryOf, standingHeaders } from './api-client.ts'
import { problemOf, unreachable } from './api-problem.ts'
import { queryClient } from './query-client.ts'
import { noteSignedIn } from './session-guard.ts'

/** Authentication is the one part of the API that the contract does not describe; its addresses are these. */
const post = async (path: string, body: unknown): Promise<void> => {
  const answer = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { ...standingHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  }).catch((cause: unknown) => Promise.reject(unreachable(cause)))
  if (!answer.ok) throw await problemOf(answer)
}

/**
 * Signs in and answers who it is now. Everything that was read as somebody else is forgotten first.
 * @throws ApiProblem with status 401 for a wrong name or password, 429 after too many tries
 */
export const signIn = async (username: string, password: string): Promise<Me> => {
  await post('/sign-in/username', { username, password })
  await queryClient.cancelQueries()
  queryClient.removeQueries()
  const me = await queryClient.fetchQuery(queryOf(accountRoutes.me, {}))
  noteSignedIn(me.kind === 'account')
  return me
}

export const signOut = async (): Promise<void> => {
  await post('/sign-out', {})
  noteSignedIn(false)
  setActivePost(null)
  queryClient.clear()
}
