/** How many codes somebody may try for one matter within a while. Six digits are not many for a machine. */
const MOST_TRIES = 10
const WHILE_MS = 600_000
/** What is kept at most: it forgets the oldest first, and a restart forgets all. */
const MOST_KEPT = 10_000

const tries = new Map<string, readonly number[]>()

/** Counts one try; false when there were too many. What is refused leaves no row, so it is counted here, process by process. */
export function countCodeTry(accountId: string, caseId: string, now: number): boolean {
  const key = `${accountId} ${caseId}`
  const recent = (tries.get(key) ?? []).filter((at) => at > now - WHILE_MS && at <= now)
  tries.delete(key)
  tries.set(key, [...recent, now])
  const [oldest] = tries.keys()
  if (tries.size > MOST_KEPT && oldest !== undefined) tries.delete(oldest)
  return recent.length < MOST_TRIES
}
