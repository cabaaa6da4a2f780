import { getKind } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { holdersOf } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

/** Who may be named for a matter: whoever holds the kind's role in the unit that wrote it down. By account, with the name under which they serve. */
export async function peopleToName(
  tx: Tx,
  { kind, kindVersion, initiatorUnitId }: Pick<CaseFacts, 'kind' | 'kindVersion' | 'initiatorUnitId'>,
): Promise<ReadonlyMap<string, string>> {
  const { namedRole } = getKind(kind, kindVersion)
  if (!namedRole || initiatorUnitId === null) return new Map()
  const holders = await holdersOf(tx, initiatorUnitId, namedRole)
  return new Map(holders.map(({ accountId, name }) => [accountId, name]))
}
