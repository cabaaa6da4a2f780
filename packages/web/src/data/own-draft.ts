import { useActivePost } from './active-post.ts'
import { useDraft } from './drafts.ts'
import { useMe } from './me.ts'

/** @param account of whoever is signed in @param post in use in this tab; null: the first */
export const ownDraftId = (account: string | null | undefined, post: string | null, name: string): string =>
  `${account ?? 'nobody'}.${post ?? 'first'}.${name}`

/**
 * A draft of staff: one for each person and post, so that a shared machine mixes up nobody's words. The post alone would hand
 * them to whoever acts in it.
 */
export const useOwnDraft = <T extends object>(name: string, initial: T) => {
  const account = useMe().data?.accountId
  const id = ownDraftId(account, useActivePost(), name)
  return { id, ...useDraft<T>(id, initial) }
}
