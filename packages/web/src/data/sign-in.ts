import type { Me } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { setActivePost } from './active-post.ts'
import { api, queryOf, standingHeaders } from './api-client.ts'
import { problemOf, unreachable } from './api-problem.ts'
import { forgetCodes } from './kept-codes.ts'
import { forgetEntries } from './kept-entries.ts'
import { forgetOthers, isSame, knownAccounts } from './own-data.ts'
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

export interface SignedIn {
  readonly me: Me
  /** The same person as before on this page: what is on the screen may stay, and what was typed goes on. */
  readonly same: boolean
}

/** Takes over who it is now. What was read as somebody else is forgotten before anything is shown. */
const takeOver = async (me: Me, before: readonly string[]): Promise<SignedIn> => {
  // What is under way may itself be waiting for this sign-in.
  await queryClient.cancelQueries()
  const same = isSame(me, before)
  if (!same) {
    forgetOthers(me)
    queryClient.removeQueries()
  }
  queryClient.setQueryData(queryOf(accountRoutes.me, {}).queryKey, me)
  noteSignedIn(me.kind === 'account')
  if (same) void queryClient.invalidateQueries()
  return { me, same }
}

/**
 * Signs in and answers who it is now.
 * @throws ApiProblem with status 401 for a wrong name or password, 429 after too many tries
 */
export const signIn = async (username: string, password: string): Promise<SignedIn> => {
  const before = knownAccounts()
  await post('/sign-in/username', { username, password })
  return takeOver(await api(accountRoutes.me, {}), before)
}

/** A window of the same browser shares its session: who has signed in there meanwhile, or null while nobody has. */
export const signedInElsewhere = async (): Promise<SignedIn | null> => {
  const before = knownAccounts()
  const me = await api(accountRoutes.me, {}).catch(() => null)
  return me?.kind === 'account' ? takeOver(me, before) : null
}

export const signOut = async (): Promise<void> => {
  await post('/sign-out', {})
  noteSignedIn(false)
  setActivePost(null)
  queryClient.clear()
  forgetCodes()
  forgetEntries()
}
