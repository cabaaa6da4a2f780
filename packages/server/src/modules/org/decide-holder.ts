import { HOLDER_CHANGED, type HolderChanged, type Refusal, type Role, refuse } from '@lianxin/contract'
import type { NewEvent } from '../../kernel/event-store.ts'
import type { PersonOfUnit, PostFacts } from './queries/load-post.ts'

export type HolderQuestion = {
  readonly post: PostFacts
  /** Who has or had a post in the unit. */
  readonly people: readonly PersonOfUnit[]
  /** Who asks; null: the house itself. */
  readonly by: { readonly accountId: string; readonly role: Role | null } | null
  readonly eventId: string
  readonly holdingId: string
}

/** Posts that watch over others or run the machines: no head of a unit fills them (GB/T 22239, separation of powers). */
const SEPARATE: readonly Role[] = [
  'ruleKeeper',
  'systemAdmin',
  'securityAdmin',
  'auditor',
  'dataProtection',
  'gatekeeper',
]
export const isSeparate = (role: Role, by: Role | null): boolean =>
  SEPARATE.includes(role) && by !== 'securityAdmin'

/** Who holds a post from now on. Nobody decides about a post of their own, neither to leave it nor to take it. */
export function decideHolder(
  { post, people, by, eventId, holdingId }: HolderQuestion,
  { expectedVersion, accountId }: { readonly expectedVersion: number; readonly accountId: string | null },
): readonly NewEvent<HolderChanged>[] | Refusal {
  if (post.version !== expectedVersion) return refuse('post.changed')
  if (by && isSeparate(post.role, by.role)) return refuse('post.separate')
  if (by && (by.accountId === post.holding?.accountId || by.accountId === accountId))
    return refuse('post.own')
  if (accountId === null ? post.holding === null : accountId === post.holding?.accountId)
    return refuse('post.same-holder')
  if (accountId !== null && !people.some((one) => one.accountId === accountId))
    return refuse('post.person-unknown')
  const version = post.version + 1
  return [
    {
      ...{ id: eventId, type: HOLDER_CHANGED, stream: 'post', streamId: post.id, streamVersion: version },
      payload: {
        ...{ postId: post.id, unitId: post.unitId, role: post.role, version },
        endedHoldingId: post.holding?.id ?? null,
        begunHoldingId: accountId === null ? null : holdingId,
      },
    },
  ]
}
