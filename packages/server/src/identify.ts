import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from './kernel/actor.ts'
import type { Identify } from './kernel/edge.ts'
import type { World } from './kernel/ports.ts'
import { Refused } from './kernel/refused.ts'
import type { Tx } from './kernel/tx.ts'
import type { SignIn } from './modules/account/index.ts'
import { type FollowTokens, readFollowCookie } from './modules/follow/index.ts'
import { postsOfAccount } from './modules/org/index.ts'
import type { TenantRow } from './platform/tenants.ts'

type Sources = {
  readonly world: World
  readonly tenants: () => Promise<readonly TenantRow[]>
  readonly signIn: SignIn
  readonly tokens: FollowTokens
}

/**
 * Who asks, for which tenant. Under /api/follow it is the requester of the follow cookie; elsewhere the account of the
 * session with its active post, re-read from the register on every request.
 */
export function identifier({ world, tenants, signIn, tokens }: Sources): Identify {
  return async (request, alike) => {
    const tenant = tenantFor(request, await tenants())
    if (alike) return { tenant, actor: anonymous }
    if (request.url.startsWith('/api/follow')) {
      const followed = readFollowCookie(request.headers.cookie, tokens, world.wall.now())
      if (!followed || followed.tenant !== tenant) return { tenant, actor: anonymous }
      return {
        tenant,
        actor: { kind: 'requester', caseId: followed.caseId, requesterId: followed.requesterId },
      }
    }
    const account = await signIn.accountOf(request.headers.cookie)
    return {
      tenant,
      actor: account ? (tx) => accountActor(tx, account.id, chosenPost(request)) : anonymous,
    }
  }
}

/** The tenant that `X-Tenant` names by its code; a deployment for one district needs no header. */
function tenantFor(request: FastifyRequest, tenants: readonly TenantRow[]): number {
  const code = request.headers['x-tenant']
  const found = code === undefined ? tenants[0] : tenants.find((tenant) => tenant.code === code)
  if (!found) throw new Refused({ refusal: 'not-found' })
  return found.id
}

/** Header for calls, cookie for what the browser fetches by itself (photos, the live stream). */
const chosenPost = (request: FastifyRequest): string | undefined => {
  const header = request.headers['x-post']
  return typeof header === 'string' ? header : request.cookies['lianxin_post']
}

async function accountActor(tx: Tx, accountId: string, wanted: string | undefined): Promise<Actor> {
  const posts = await postsOfAccount(tx, accountId)
  const post = posts.find((one) => one.id === wanted) ?? posts[0]
  return {
    kind: 'account',
    accountId,
    post: post
      ? { id: post.id, role: post.role, unitId: post.unitId, placeCode: post.placeCode, title: post.title }
      : null,
  }
}
