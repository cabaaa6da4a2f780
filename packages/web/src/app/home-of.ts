import type { Me } from '@lianxin/contract'

/**
 * Where a person starts work: the grid worker in the street, the duty officer of the district before the wall, other staff at
 * the desk, everybody else at the front door.
 */
export const homeOf = (me: Me): '/' | '/field' | '/desk' | '/command' => {
  if (me.kind !== 'account') return '/'
  const role = (me.active ?? me.posts[0])?.role
  if (!role) return '/'
  if (role === 'dutyOfficer') return '/command'
  return role === 'gridWorker' ? '/field' : '/desk'
}

/** Only paths of this site are followed after signing in; anything else would let a link send people elsewhere. */
export const safeNext = (next: string | undefined): string | null =>
  next !== undefined && /^\/(?![/\\])/.test(next) ? next : null
