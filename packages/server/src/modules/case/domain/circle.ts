import type { KindMove, MoveInput } from '@lianxin/contract'
import type { CaseFacts } from './case-facts.ts'

type Named = Pick<CaseFacts, 'namedId' | 'circle'>

/** Who is named for a matter after a move, and who of the staff reads it if it is confidential. */
export function namedBy(move: KindMove, facts: CaseFacts, { personId }: Pick<MoveInput, 'personId'>): Named {
  const namedId =
    move.names === 'chosen' ? (personId ?? null) : move.names === 'nobody' ? null : facts.namedId
  if (facts.circle === null || !move.circle) return { namedId, circle: facts.circle }
  const readers = move.circle.map((who) => (who === 'named' ? namedId : facts.reporterId))
  return { namedId, circle: [...new Set(readers.filter((id) => id !== null))] }
}
