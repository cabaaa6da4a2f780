import type { AssignmentState, KindMove } from './kind.ts'

/** Units whose coming is still open. */
export const AWAITED: readonly AssignmentState[] = ['sent', 'signed', 'refused']

/** Where a whistle goes when a unit does not come after all. */
export const WITHOUT_IT: KindMove['outcomes'] = [
  { when: { assignments: 'allDone' }, to: 'finished' },
  { when: { assignments: 'noneOpen' }, to: 'prepared' },
  { when: { none: AWAITED }, to: 'onSite' },
]
