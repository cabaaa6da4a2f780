import type { DemoDistrict } from '@lianxin/demo'
import type { Actor, ActorPost } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'

/** Something that happened in the demonstration before it was opened: played with the kernel's clock set back. */
export type Step = { readonly at: number; readonly id: string; run(world: World): Promise<void> }

/** Somebody of the demonstration in a post of this role at this place; the account need not be able to sign in. */
export function actorOf(demo: DemoDistrict, role: string, placeCode: string, unitId?: string): Actor {
  const post = demo.posts.find(
    (one) =>
      one.role === role && one.placeCode === placeCode && (unitId === undefined || one.unitId === unitId),
  )
  if (!post) throw new Error(`the demonstration has no ${role} at ${placeCode}`)
  const active: ActorPost = {
    id: post.id,
    role: post.role,
    unitId: post.unitId,
    placeCode: post.placeCode,
    title: post.title,
  }
  return {
    kind: 'account',
    accountId:
      [...demo.accounts, ...demo.cast].find((account) => account.postIds.includes(post.id))?.id ?? post.id,
    post: active,
  }
}
