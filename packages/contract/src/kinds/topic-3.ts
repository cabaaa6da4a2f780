import { changed } from './changed.ts'
import { STEP_OF_A_LONG_DATE } from './coordination-parts.ts'
import type { Kind } from './kind.ts'
import { topic2 } from './topic-2.ts'

/** 主动治理专题, version 3: a step that is late goes on climbing until somebody acts, and does not stop at the first who was told. */
export const topic3: Kind = {
  ...topic2,
  version: 3,
  clocks: {
    ...topic2.clocks,
    ...changed(topic2.clocks, {
      decide: { laddered: true },
      plan: { laddered: true },
      work: { laddered: STEP_OF_A_LONG_DATE },
      conclude: { laddered: true },
    }),
  },
}
