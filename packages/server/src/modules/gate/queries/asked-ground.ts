import { type GateDraft, overlapOf } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { communityUnits } from '../../org/index.ts'
import type { Ground } from '../domain/check-demand.ts'
import { dutyListFor } from './duty-lists.ts'
import { formsInForce } from './forms-in-force.ts'

/** What a demand is checked against: the communities' duty list, the committees, the fields that are held or asked already. */
export async function askedGround(
  tx: Tx,
  { words, communityCodes }: Pick<GateDraft, 'words' | 'communityCodes'>,
  requestId: string | null,
): Promise<Ground & { readonly dutyListId: string | null }> {
  const list = await dutyListFor(tx, 'community', null)
  const units = await communityUnits(tx, communityCodes)
  return {
    dutyListId: list?.id ?? null,
    entries: new Map((list?.entries ?? []).map((entry) => [entry.code, entry])),
    unitOf: new Map(units.map(({ placeCode, id }) => [placeCode, id])),
    overlap: overlapOf(words.fields, await formsInForce(tx, requestId)),
  }
}
