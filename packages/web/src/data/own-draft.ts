import { useActivePost } from './active-post.ts'
import { useDraft } from './drafts.ts'
import { useMe } from './me.ts'
import { ownDraftId } from './own-draft-ids.ts'

/**
 * A draft of staff: one for each person and post, so that a shared machine mixes up nobody's words. The post alone would hand
 * them to whoever acts in it.
 */
export const useOwnDraft = <T extends object>(name: string, initial: T) => {
  const account = useMe().data?.accountId
  const id = ownDraftId(account, useActivePost(), name)
  return { id, ...useDraft<T>(id, initial) }
}
