import type { Kind } from './kind.ts'
import { objection } from './objection.ts'

/** The same, answered within three days as they stand in the calendar [F41]: whoever objects waits no longer over a holiday. */
export const objection2: Kind = {
  ...objection,
  version: 2,
  clocks: {
    answer: {
      name: { zh: '异议答复时限', en: 'Answering an objection' },
      limit: { amount: 3, kind: 'calendarDay' },
    },
  },
}
