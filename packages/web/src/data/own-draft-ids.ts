import type { Me } from '@lianxin/contract/account/account-routes'
import { getActivePost } from './active-post.ts'
import { clearDraft, draftIds, renameDraft } from './drafts.ts'

/** @param account of whoever is signed in @param post in use in this tab; null: the first */
export const ownDraftId = (account: string | null | undefined, post: string | null, name: string): string =>
  `${account ?? 'nobody'}.${post ?? 'first'}.${name}`

/** Drafts of staff by an earlier build, which told nobody's account: some named the post, after what is drafted, others not even that. */
const WITH_POST = /^(move|finding|whistle)\.([^.]+)(\..+)?$/
const WITHOUT_POST = /^(hang|raise|place)\./

/** The post that an earlier build wrote for, null where it was the first one or not said; undefined: not one of its drafts. */
const earlierDraft = (id: string): { readonly post: string | null; readonly name: string } | undefined => {
  const [, head, post = '', rest = ''] = WITH_POST.exec(id) ?? []
  if (head !== undefined) return { post: post === 'first' ? null : post, name: head + rest }
  return WITHOUT_POST.test(id) ? { post: getActivePost(), name: id } : undefined
}

/**
 * Drafts that an earlier build kept, by the post: those of a post of this person's own go on under their account, the others go.
 *
 * @param goesOn the session is the one that was there, so that also a draft that names no post was before the same eyes
 */
export const adoptDrafts = (
  { accountId, posts }: Pick<Me, 'accountId' | 'posts'>,
  { goesOn }: { readonly goesOn: boolean },
): void => {
  for (const id of draftIds()) {
    const found = earlierDraft(id)
    if (!found) continue
    const { post, name } = found
    const namesPost = post !== null && !WITHOUT_POST.test(id)
    const isOwn = namesPost ? posts.some((one) => one.id === post && one.actingUntil === null) : goesOn
    if (isOwn && accountId !== null) renameDraft(id, ownDraftId(accountId, post, name))
    else clearDraft(id)
  }
}
