import { changed } from './changed.ts'
import type { Kind } from './kind.ts'
import { objection } from './objection.ts'

/** The same, answered within three days as they stand in the calendar [F41]: whoever objects waits no longer over a holiday. */
export const objection2: Kind = {
  ...objection,
  version: 2,
  clocks: changed(objection.clocks, { answer: { limit: { amount: 3, kind: 'calendarDay' } } }),
}
