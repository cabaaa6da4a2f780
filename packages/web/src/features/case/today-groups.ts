import type { CaseRow } from '@lianxin/contract/case/case-views'

export type TodayGroup = 'overdue' | 'verify' | 'today' | 'fresh' | 'later' | 'waiting'

/** The order of need: what is late, what somebody else did and waits for a look, what ends today, what nobody has looked at yet, the rest, what waits on others. */
export const TODAY_GROUPS: readonly TodayGroup[] = ['overdue', 'verify', 'today', 'fresh', 'later', 'waiting']

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000
const dayOf = (at: number): number => Math.floor((at + CHINA_OFFSET_MS) / DAY_MS)

export const todayGroupOf = (row: CaseRow, now: number): TodayGroup => {
  if (row.dueAt !== null && row.dueAt < now) return 'overdue'
  if (row.tone === 'waiting') return 'waiting'
  if (row.toVerify) return 'verify'
  if (row.dueAt !== null && dayOf(row.dueAt) === dayOf(now)) return 'today'
  return row.untouched || row.reopenedCount > 0 ? 'fresh' : 'later'
}

/** Open matters by need; within a group by deadline, and of two equal deadlines the older matter first. */
export const groupToday = (
  rows: readonly CaseRow[],
  now: number,
): readonly { readonly group: TodayGroup; readonly rows: readonly CaseRow[] }[] => {
  const open = rows.filter((row) => row.tone !== 'closed' && row.tone !== 'unmet')
  const byDeadline = open.toSorted(
    (a, b) =>
      (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || a.openedAt - b.openedAt,
  )
  return TODAY_GROUPS.map((group) => ({
    group,
    rows: byDeadline.filter((row) => todayGroupOf(row, now) === group),
  })).filter(({ rows }) => rows.length > 0)
}
