import {
  ACTING_CHANGED,
  CHANGE_CANCELLED,
  CHANGE_PLANNED,
  DAY_MS,
  HOLDER_CHANGED,
  type Refusal,
  type Role,
  refuse,
} from '@lianxin/contract'
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

/** Nothing is decided further ahead than that, and nobody acts for longer. */
const LONGEST_MS = 366 * DAY_MS

/** Nobody decides about a post of their own, neither to leave it nor to take it. */
function notAllowed(
  { post, people, by }: HolderQuestion,
  { expectedVersion, accountId }: { readonly expectedVersion: number; readonly accountId: string | null },
): Refusal | undefined {
  if (post.version !== expectedVersion) return refuse('post.changed')
  if (by && isSeparate(post.role, by.role)) return refuse('post.separate')
  if (by && (by.accountId === post.holding?.accountId || by.accountId === accountId))
    return refuse('post.own')
  if (accountId === null ? post.holding === null : accountId === post.holding?.accountId)
    return refuse('post.same-holder')
  if (accountId !== null && !people.some((one) => one.accountId === accountId))
    return refuse('post.person-unknown')
  return undefined
}

/** An event of the post with its next version. */
export function postEvent<P extends object>(post: PostFacts, id: string, type: string, payload: P) {
  const version = post.version + 1
  const of = { postId: post.id, unitId: post.unitId, role: post.role, version }
  return {
    ...{ id, type, stream: 'post', streamId: post.id, streamVersion: version },
    payload: { ...of, ...payload },
  } satisfies NewEvent<typeof of & P>
}

/** Who holds a post from now, or from a date to come. */
export function decideHolder(
  question: HolderQuestion,
  input: {
    readonly expectedVersion: number
    readonly accountId: string | null
    readonly from?: number | undefined
  },
  now: number,
): readonly NewEvent[] | Refusal {
  const { post, eventId, holdingId } = question
  const refused = notAllowed(question, input)
  if (refused) return refused
  if (post.planned) return refuse('post.planned-already')
  if (input.accountId !== null && input.accountId === post.acting?.accountId)
    return refuse('post.acting-already')
  const { from } = input
  const begunHoldingId = input.accountId === null ? null : holdingId
  if (from === undefined)
    return [
      postEvent(post, eventId, HOLDER_CHANGED, { endedHoldingId: post.holding?.id ?? null, begunHoldingId }),
    ]
  if (from <= now || from > now + LONGEST_MS) return refuse('post.date-unfit')
  return [
    postEvent(post, eventId, CHANGE_PLANNED, {
      ...{ what: 'holder' as const, holdingId: begunHoldingId, from, until: null },
    }),
  ]
}

/** Who works in a post for its holder between two dates. One at a time. */
export function decideActing(
  question: HolderQuestion,
  input: {
    readonly expectedVersion: number
    readonly accountId: string
    readonly from?: number | undefined
    readonly until: number
  },
  now: number,
): readonly NewEvent[] | Refusal {
  const { post, eventId, holdingId } = question
  const refused = notAllowed(question, input)
  if (refused) return refused
  if (post.acting) return refuse('post.acting-already')
  const { from = now, until } = input
  if (from < now || until <= from || until > now + LONGEST_MS) return refuse('post.date-unfit')
  return [postEvent(post, eventId, CHANGE_PLANNED, { what: 'acting' as const, holdingId, from, until })]
}

/** What was decided for a date to come is taken back; acting that has begun ends now. */
export function decideCancel(
  { post, by, eventId }: Pick<HolderQuestion, 'post' | 'by' | 'eventId'>,
  { expectedVersion, what }: { readonly expectedVersion: number; readonly what: 'holder' | 'acting' },
): readonly NewEvent[] | Refusal {
  if (post.version !== expectedVersion) return refuse('post.changed')
  if (by && isSeparate(post.role, by.role)) return refuse('post.separate')
  if (by && by.accountId === post.holding?.accountId) return refuse('post.own')
  if (what === 'holder' ? !post.planned : !post.acting) return refuse('post.nothing-planned')
  const holdingId = (what === 'holder' ? post.planned?.begunHoldingId : post.acting?.id) ?? null
  return [postEvent(post, eventId, CHANGE_CANCELLED, { what, holdingId })]
}

/** The moment of a change that was decided beforehand has come. */
export const decideTelling = (
  post: PostFacts,
  change: {
    readonly what: 'holder' | 'actingBegins' | 'actingEnds'
    readonly endedHoldingId: string | null
    readonly begunHoldingId: string | null
  },
  eventId: string,
): readonly NewEvent[] => {
  const { what, endedHoldingId, begunHoldingId } = change
  if (what === 'holder') return [postEvent(post, eventId, HOLDER_CHANGED, { endedHoldingId, begunHoldingId })]
  const acting = what === 'actingBegins' ? ('begins' as const) : ('ends' as const)
  const holdingId = begunHoldingId ?? endedHoldingId ?? ''
  return [postEvent(post, eventId, ACTING_CHANGED, { acting, holdingId })]
}
