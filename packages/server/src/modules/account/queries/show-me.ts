import { accountRoutes, type Me, PERMISSION_NAMES, type PostView, reachesOf } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { postsOfAccount } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'

/** Who is asking, with which posts, and what the active one may do: the interface asks the same table. */
export const showMe = query<typeof accountRoutes.me>({
  route: accountRoutes.me,
  permit: 'self.read',
  async view(tx) {
    const { actor } = tx
    const can = PERMISSION_NAMES.filter((permission) => reachesOf(permission, asking(actor)).length > 0)
    const nobody: Me = {
      kind: actor.kind === 'requester' ? 'requester' : 'anonymous',
      accountId: null,
      name: null,
      username: null,
      posts: [],
      active: null,
      can,
    }
    if (actor.kind !== 'account') return { answer: nobody, subjects: [] }
    const { posts, name } = await heldPosts(tx, actor.accountId)
    const active = posts.find((post) => post.id === actor.post?.id) ?? null
    const { accountId } = actor
    return {
      answer: { kind: 'account', accountId, name, username: null, posts, active, can },
      subjects: [],
    }
  },
})

async function heldPosts(tx: Tx, accountId: string): Promise<{ posts: PostView[]; name: string | null }> {
  const held = await postsOfAccount(tx, accountId)
  const names = await placeNames(
    tx,
    held.map((post) => post.placeCode),
  )
  const posts = held.map(
    ({ holderName: _, ...post }): PostView => ({
      ...post,
      placeName: names.get(post.placeCode)?.name ?? '',
      placeNameEn: names.get(post.placeCode)?.nameEn ?? '',
    }),
  )
  return { posts, name: held[0]?.holderName ?? null }
}
