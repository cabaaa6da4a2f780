/** A date that somebody named may be months ahead, and as much again would be months too: a rung after it counts a working week. */
export const STEP_OF_A_LONG_DATE = { workingHours: 40 } as const

/** Before anybody handles it: whoever has it now is a rung of the ladder. */
export const BEFORE = ['registered', 'triaged', 'reopened']
/** While it is open and nobody has been asked for the verdict. */
export const ONGOING = [...BEFORE, 'dispatched', 'handling', 'suspended', 'answered']
export const PLAIN = { outcomes: [], needs: [], may: [], stop: [], start: [], rules: [] } as const

/** Where a matter goes when a unit leaves it. */
export const WHEN_RETURNED = [
  { when: { assignments: 'allDone' }, to: 'answered' },
  { when: { assignments: 'noneOpen' }, to: 'triaged' },
] as const

/** Every clock that can run in either kind before it ends without being handled. */
export const ALL_CLOCKS = [
  'triage',
  'dispatch',
  'sign',
  'handle',
  'verify',
  'objection',
  'time',
  'supervision',
  'exclusion',
] as const
