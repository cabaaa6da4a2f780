import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from './kernel/actor.ts'
import type { Asker } from './kernel/asker.ts'
import { type BoundedMemory, boundedMemory } from './kernel/bounded-memory.ts'
import type { Identify } from './kernel/edge.ts'
import type { World } from './kernel/ports.ts'
import { Refused } from './kernel/refused.ts'
import type { SignIn } from './modules/account/index.ts'
import { type FollowTokens, readFollowCookie } from './modules/follow/index.ts'
import { type HeldPost, postsOfAccount, postsOfReader } from './modules/org/index.ts'
import type { TenantRow } from './platform/tenants.ts'

type Sources = {
  readonly world: World
  readonly tenants: () => Promise<readonly TenantRow[]>
  readonly signIn: SignIn
  readonly tokens: FollowTokens
}

/** Sessions of which it is remembered who they were. */
const SESSIONS_AT_MOST = 20_000

/**
 * Who asks, for which tenant. Under /api/follow it is the requester of the follow cookie; elsewhere the account of the
 * session with its active post, re-read from the register on every request.
 */
export function identifier({ world, tenants, signIn, tokens }: Sources): Identify {
  const known = boundedMemory<Actor>(SESSIONS_AT_MOST)
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
    return { tenant, actor: await accountOf(request, signIn, tenant, known) }
  }
}

async function accountOf(
  request: FastifyRequest,
  signIn: SignIn,
  tenant: number,
  known: BoundedMemory<Actor>,
): Promise<Asker> {
  const { cookie } = request.headers
  if (!cookie?.includes('lianxin.session_token')) return anonymous
  const wanted = chosenPost(request)
  const byLibrary = async (): Promise<Asker> => {
    const account = await signIn.accountOf(cookie)
    if (account === undefined) return anonymous
    return {
      kind: 'session',
      within: async (tx) => withPost(account, await postsOfAccount(tx, account), wanted),
    }
  }
  const token = signIn.tokenOf(cookie)
  // Not of our signing: no transaction is opened to find that out.
  if (token === undefined) return byLibrary()
  const key = JSON.stringify([tenant, token, wanted])
  return {
    kind: 'session',
    before: known.get(key),
    async within(tx) {
      const [account, posts] = await Promise.all([signIn.freshAccount(tx, token), postsOfReader(tx)])
      if (account === undefined) {
        known.forget(key)
        return undefined
      }
      const read = withPost(account, posts, wanted)
      const before = known.get(key)
      const actor = before && isDeepStrictEqual(before, read) ? before : read
      known.keep(key, actor, 1)
      return actor
    },
    otherwise: byLibrary,
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

function withPost(accountId: string, posts: readonly HeldPost[], wanted: string | undefined): Actor {
  const post = posts.find((one) => one.id === wanted) ?? posts[0]
  return {
    kind: 'account',
    accountId,
    post: post
      ? { id: post.id, role: post.role, unitId: post.unitId, placeCode: post.placeCode, title: post.title }
      : null,
  }
}
