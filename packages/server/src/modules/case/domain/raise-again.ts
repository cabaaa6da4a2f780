import { DAY_MS, getKind } from '@lianxin/contract'
import type { CaseFacts } from './case-facts.ts'

/** A matter that could be reopened once, and whose time for it is over, can be raised again as a new one. */
export function mayRaiseAgain(
  { kind, kindVersion, closedAt, mergedIntoId }: CaseFacts,
  now: number,
): boolean {
  const { reopenWindowDays } = getKind(kind, kindVersion)
  return (
    closedAt !== null &&
    mergedIntoId === null &&
    reopenWindowDays > 0 &&
    now > closedAt + reopenWindowDays * DAY_MS
  )
}
