import { isRefusal, type Permission, type Reach, type Refusal, reachesOf, refuse } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, asking } from './actor.ts'
import { Refused } from './refused.ts'
import { withinCode } from './sql-values.ts'

declare const minted: unique symbol

/** Proof that the policy was asked. Only the kernel makes one, so a store call without a policy does not compile. */
export type Permit<P extends Permission = Permission> = {
  readonly permission: P
  readonly reaches: readonly Reach[]
  readonly actor: Actor
  readonly tenant: number
  readonly [minted]: true
}

/** Asks the permission table. System actors may do what the kernel runs them for: their commands name no role. */
export function mintPermit<P extends Permission>(
  permission: P,
  actor: Actor,
  tenant: number,
): Permit<P> | Refusal {
  const reaches: readonly Reach[] =
    actor.kind === 'system' ? ['everyone'] : reachesOf(permission, asking(actor))
  if (reaches.length === 0) return refuse(actor.kind === 'account' ? 'auth.denied' : 'auth.required')
  return { permission, reaches, actor, tenant } as unknown as Permit<P>
}

/** Columns of a table that reach is decided by. `ofUnit`: the ways in which a row may be a unit's, each a condition of its own. */
export type ReachColumns = {
  readonly placeCode: RawBuilder<unknown>
  /** A condition for a place and all below it that says the same as the range of `placeCode`, where an index serves it better. */
  readonly within?: (placeCode: string) => RawBuilder<unknown>
  readonly caseId: RawBuilder<unknown>
  readonly ofUnit: (unitId: string) => readonly RawBuilder<unknown>[]
  /** The accounts that alone may reach a confidential row; null in all others. */
  readonly circle: RawBuilder<unknown>
}

/** The server's interpreter of the permission table: a condition for look-ups and lists alike. */
export function where(permit: Permit, columns: ReachColumns): RawBuilder<boolean> {
  const ways = waysIn(permit, columns)
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/**
 * The same, one condition for each way in which a row can be within reach. No index serves an OR of them; a list asks for
 * each way by itself and puts the answers together.
 */
export function waysIn(permit: Permit, columns: ReachColumns): readonly RawBuilder<unknown>[] {
  const { actor } = permit
  const post = actor.kind === 'account' ? actor.post : null
  // Everybody meets the circle on each way but that of the own matter.
  const admitted = admits(actor, columns.circle)
  return permit.reaches.flatMap((reach): RawBuilder<unknown>[] => {
    if (reach === 'everyone') return [admitted]
    if (reach === 'own')
      return actor.kind === 'requester' ? [sql`${columns.caseId} = ${actor.caseId}::uuid`] : []
    if (!post) return []
    if (reach === 'unit') return columns.ofUnit(post.unitId).map((way) => sql`${way} and ${admitted}`)
    const within = columns.within?.(post.placeCode) ?? withinCode(columns.placeCode, post.placeCode)
    return [sql`${within} and ${admitted}`]
  })
}

/** Whether a row is not confidential, or its circle has the actor in it. The system answers to nobody and sees both. */
export function admits(actor: Actor, circle: RawBuilder<unknown>): RawBuilder<unknown> {
  if (actor.kind === 'system') return sql`true`
  return actor.kind === 'account'
    ? sql`(${circle} is null or ${actor.accountId}::uuid = any(${circle}))`
    : sql`${circle} is null`
}

/** A second permit for the same actor, where one command answers for several permissions. @throws Refused */
export function permitFor<P extends Permission>(
  tx: { readonly actor: Actor; readonly tenant: number },
  permission: P,
): Permit<P> {
  const permit = mintPermit(permission, tx.actor, tx.tenant)
  if (isRefusal(permit)) throw new Refused(permit)
  return permit
}
