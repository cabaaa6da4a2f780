import { type Permission, type Reach, type Role, ruleOf } from './permissions.ts'
import { isWithin } from './rules/index.ts'

/** A post as far as access is concerned. */
export type PostReach = { readonly role: Role; readonly unitId: string; readonly placeCode: string }

/** A row as far as access is concerned; absent = that reach can never hold. */
export type RowReach = {
  readonly placeCode?: string
  readonly unitIds?: readonly string[]
  /** The matter that a requester follows. */
  readonly caseId?: string
  /** The accounts that alone may reach it, whatever their posts; null and absent: reach decides by itself. */
  readonly circle?: readonly string[] | null
}

export type Asking = {
  readonly post: PostReach | null
  readonly followedCaseId: string | null
  /** Who acts; absent: nobody who could be in a circle. */
  readonly accountId?: string | null
}

/** The reaches that an actor has for a permission; empty = refused. */
export function reachesOf(permission: Permission, asking: Asking): readonly Reach[] {
  const { roles } = ruleOf(permission)
  const held: Role[] = ['anyone']
  if (asking.followedCaseId !== null) held.push('requester')
  if (asking.post) held.push(asking.post.role)
  return [...new Set(held.flatMap((role) => roles[role] ?? []))]
}

/** The browser's interpreter of the permission table; the server's SQL `where` must agree (seeded property). */
export function allows(permission: Permission, asking: Asking, row: RowReach): boolean {
  return reachesOf(permission, asking).some(
    (reach) => within(reach, asking, row) && (reach === 'own' || admits(row.circle, asking)),
  )
}

const admits = (circle: RowReach['circle'], { accountId }: Asking): boolean =>
  !circle || (typeof accountId === 'string' && circle.includes(accountId))

function within(reach: Reach, asking: Asking, row: RowReach): boolean {
  switch (reach) {
    case 'everyone':
      return true
    case 'own':
      return asking.followedCaseId !== null && asking.followedCaseId === row.caseId
    case 'unit':
      return asking.post !== null && (row.unitIds ?? []).includes(asking.post.unitId)
    case 'subtree':
      return (
        asking.post !== null && row.placeCode !== undefined && isWithin(row.placeCode, asking.post.placeCode)
      )
  }
}
