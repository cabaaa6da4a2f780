import type { Tx } from '../../../kernel/tx.ts'
import { dutyListFor } from '../../gate/index.ts'
import { type Ladder, unitAt } from '../domain/ladder.ts'

/** Is it an entry of the list that the community or the subdistrict of the place goes by now? */
export async function isListedDuty(
  tx: Tx,
  code: string,
  place: Pick<Ladder, 'units' | 'communityCode'>,
): Promise<boolean> {
  for (const [height, kind] of (['community', 'subdistrict'] as const).entries()) {
    const list = await dutyListFor(tx, kind, unitAt(place, height)?.id ?? null)
    if (list?.entries.some((entry) => entry.code === code)) return true
  }
  return false
}
