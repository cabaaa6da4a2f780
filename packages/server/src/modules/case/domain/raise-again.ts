import { DAY_MS, type Kind } from '@lianxin/contract'
import type { CaseFacts } from './case-facts.ts'
import type { JoinedAnswer } from './joined-answer.ts'

/**
 * A matter that could be reopened once, and whose time for it is over, can be raised again as a new one. One that was joined with
 * another ends where that one does.
 */
export function mayRaiseAgain(
  { closedAt, mergedIntoId }: Pick<CaseFacts, 'closedAt' | 'mergedIntoId'>,
  { reopenWindowDays }: Pick<Kind, 'reopenWindowDays'>,
  now: number,
  joined: Pick<JoinedAnswer, 'closedAt'> | null,
): boolean {
  const endedAt = mergedIntoId === null ? closedAt : (joined?.closedAt ?? null)
  return endedAt !== null && reopenWindowDays > 0 && now > endedAt + reopenWindowDays * DAY_MS
}
