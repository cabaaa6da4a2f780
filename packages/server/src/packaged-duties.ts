import { DUTIES, stableId } from '@lianxin/demo'
import type { Tx } from './kernel/tx.ts'
import { addDutyList } from './modules/gate/index.ts'

/** The duty lists that the house brings along, as the first versions of a district that has none. */
export async function addPackagedDuties(tx: Tx): Promise<void> {
  for (const unitKind of ['subdistrict', 'community'] as const)
    await addDutyList(tx, {
      id: stableId('dutyList', `${tx.tenant}/${unitKind}/1`),
      unitKind,
      unitId: null,
      version: 1,
      effectiveAt: tx.now,
      entries: DUTIES.filter((duty) => duty.unitKind === unitKind).map(({ unitKind: _, ...entry }) => entry),
    })
}
