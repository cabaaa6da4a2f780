import type { Me } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract/account/account-routes'
import { setActivePost } from './active-post.ts'
import { forgetCodes } from './kept-codes.ts'
import { forgetOthersEntries } from './kept-entries.ts'
import { adoptDrafts } from './own-draft-ids.ts'
import { queryClient } from './query-client.ts'

/** Accounts of whoever this page last knew: one person, and none before it knows. */
export const knownAccounts = (): readonly string[] =>
  queryClient.getQueriesData<Me>({ queryKey: [accountRoutes.me.id] }).flatMap(([, me]) => me?.accountId ?? [])

/** A post that is shared with somebody who acts in it makes nobody the same. */
export const isSame = (me: Me, before: readonly string[]): boolean =>
  me.accountId !== null && before.includes(me.accountId)

/** Somebody else works here now: what the device kept for others goes, and so does what was read in their name. */
export const forgetOthers = (me: Me): void => {
  setActivePost(null)
  forgetCodes()
  forgetOthersEntries(me)
  adoptDrafts(me, { goesOn: false })
}
