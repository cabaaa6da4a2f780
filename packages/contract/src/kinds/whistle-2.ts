import { changed } from './changed.ts'
import type { Kind, KindClock } from './kind.ts'
import { whistle } from './whistle.ts'

const byRule = (part: string): Partial<KindClock> => ({
  laddered: true,
  decidedBy: { setting: 'whistleLimits', part },
})

/**
 * 吹哨, version 2: whatever is late goes on climbing until somebody acts, whether a department does not answer or the caller
 * does not confirm; and acting and deciding a refusal have limits that the district sets as well.
 */
export const whistle2: Kind = {
  ...whistle,
  version: 2,
  clocks: {
    ...whistle.clocks,
    ...changed(whistle.clocks, {
      prepare: { laddered: true },
      acknowledge: { laddered: true },
      arrive: { laddered: true },
      act: byRule('act'),
      arbitrate: byRule('arbitrate'),
      confirm: { laddered: true },
    }),
  },
}
