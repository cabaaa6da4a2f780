/** Longest texts that a move takes, in characters; move-limits.test.ts holds them to the contract. */
export const MOVE_LIMITS = { words: 2000, reason: 500 } as const
