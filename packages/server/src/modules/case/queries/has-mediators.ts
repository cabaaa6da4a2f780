import { getKind } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { hasUnitIn } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

/** Whether the place has a committee that mediates. Asked only where a step of the present state depends on it. */
export async function hasMediators(tx: Tx, facts: CaseFacts): Promise<boolean> {
  const moves = Object.values(getKind(facts.kind, facts.kindVersion).moves)
  const matters = moves.some(
    ({ from, rules }) => rules.includes('mediatorsThere') && from.includes(facts.state),
  )
  return matters && hasUnitIn(tx, 'mediationCommittee', facts.communityCode)
}
