import { assignment } from './assignment.ts'
import { changed } from './changed.ts'
import { STEP_OF_A_LONG_DATE } from './coordination-parts.ts'
import type { Kind } from './kind.ts'

/**
 * 派下来的任务, version 2: a step that is late goes on climbing until somebody acts. The silence that costs a community nothing
 * (an answer not looked at, a refusal not decided on) ends its step by itself and climbs nowhere.
 */
export const assignment2: Kind = {
  ...assignment,
  version: 2,
  clocks: {
    ...assignment.clocks,
    ...changed(assignment.clocks, {
      draft: { laddered: true },
      take: { laddered: true },
      work: { laddered: STEP_OF_A_LONG_DATE },
    }),
  },
}
