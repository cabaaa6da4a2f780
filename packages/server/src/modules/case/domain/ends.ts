import type { Kind, KindMove } from '@lianxin/contract'

/** The matter is over in this state, or its clock alone ends it: nobody has to do anything for it any more. */
export function isAtEnd(kind: Kind, state: string): boolean {
  const { tone, clock } = kind.states[state] ?? {}
  const follows = clock === undefined ? undefined : kind.moves[kind.onExpiry[clock] ?? '']
  return tone === 'closed' || follows?.outcomes.some(({ to }) => kind.states[to]?.tone === 'closed') === true
}

/** Whatever comes of this move, the matter is at its end. */
export const alwaysEnds = (kind: Kind, { outcomes }: KindMove): boolean =>
  outcomes.length > 0 && outcomes.every(({ to }) => isAtEnd(kind, to))
