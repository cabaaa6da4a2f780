import type { Tx } from '../../../kernel/tx.ts'
import { dutyListFor } from '../../gate/index.ts'
import type { Unit } from '../../org/index.ts'

/** Is it an entry of the list that the community or the subdistrict of the place goes by now? */
export async function isListedDuty(tx: Tx, code: string, units: readonly Unit[]): Promise<boolean> {
  for (const kind of ['community', 'subdistrict'] as const) {
    const unit = units.find((one) => one.kind === kind)
    const list = await dutyListFor(tx, kind, unit?.id ?? null)
    if (list?.entries.some((entry) => entry.code === code)) return true
  }
  return false
}
