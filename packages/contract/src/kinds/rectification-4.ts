import { changed } from './changed.ts'
import { STEP_OF_A_LONG_DATE } from './coordination-parts.ts'
import type { Kind } from './kind.ts'
import { rectification3 } from './rectification-3.ts'

/** 整改, version 4: a step that is late goes on climbing until somebody acts, and does not stop at the first who was told. */
export const rectification4: Kind = {
  ...rectification3,
  version: 4,
  clocks: {
    ...rectification3.clocks,
    ...changed(rectification3.clocks, {
      opening: { laddered: true },
      plan: { laddered: true },
      remedy: { laddered: STEP_OF_A_LONG_DATE },
      verify: { laddered: true },
    }),
  },
}
