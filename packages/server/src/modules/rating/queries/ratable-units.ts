import type { Tx } from '../../../kernel/tx.ts'
import { type UnitStanding, unitStandings } from '../../org/index.ts'

export type Ratable = Pick<UnitStanding, 'id' | 'name' | 'nameEn' | 'kind'>

/** Whom the actor's post may rate: the subdistrict above its place, and the departments of the district. */
export async function ratableUnits(tx: Tx): Promise<readonly Ratable[]> {
  const { actor } = tx
  const post = actor.kind === 'account' ? actor.post : null
  if (!post) return []
  const units = await unitStandings(tx, tx.now)
  return units.filter(
    ({ ended, kind, placeCode }) =>
      !ended && (kind === 'department' || (kind === 'subdistrict' && post.placeCode.startsWith(placeCode))),
  )
}

/** One person, one voice for a unit and quarter, whatever posts they hold. Only the key of the tenant makes it again. */
export const tokenOf = (tx: Tx, accountId: string, unitId: string, quarter: string): Uint8Array =>
  tx.keys.blindIndex('upward_token', `${accountId} ${unitId} ${quarter}`)
