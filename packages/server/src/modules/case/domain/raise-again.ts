import { DAY_MS, type Kind } from '@lianxin/contract'
import type { CaseFacts } from './case-facts.ts'

/** A matter that could be reopened once, and whose time for it is over, can be raised again as a new one. */
export function mayRaiseAgain(
  { closedAt, mergedIntoId }: Pick<CaseFacts, 'closedAt' | 'mergedIntoId'>,
  { reopenWindowDays }: Pick<Kind, 'reopenWindowDays'>,
  now: number,
): boolean {
  return (
    closedAt !== null &&
    mergedIntoId === null &&
    reopenWindowDays > 0 &&
    now > closedAt + reopenWindowDays * DAY_MS
  )
}
