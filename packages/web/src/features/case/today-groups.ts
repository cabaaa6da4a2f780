import type { CaseRow } from '@lianxin/contract/case/case-views'
import { KINDS } from '@lianxin/contract/kinds/kinds'

export type TodayGroup = 'overdue' | 'verify' | 'today' | 'fresh' | 'later' | 'waiting'

/** The order of need: what is late, what somebody else did and waits for a look, what ends today, what nobody has looked at yet, the rest, what waits on others. */
export const TODAY_GROUPS: readonly TodayGroup[] = ['overdue', 'verify', 'today', 'fresh', 'later', 'waiting']

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000
const dayOf = (at: number): number => Math.floor((at + CHINA_OFFSET_MS) / DAY_MS)

/** In the state in which a matter of its kind starts nobody has acted on it. */
const isUntouched = ({ kind, state }: CaseRow) =>
  KINDS.some((one) => one.kind === kind && one.start === state)

/** Done by somebody else, and asked to be looked at: the moves of this state are those that the handler may not make. */
const isToVerify = ({ kind, state }: CaseRow) =>
  Object.values(KINDS.findLast((one) => one.kind === kind)?.moves ?? {}).some(
    (move) => move.from.includes(state) && move.rules.includes('verifierIsNotHandler'),
  )

export const todayGroupOf = (row: CaseRow, now: number): TodayGroup => {
  if (row.dueAt !== null && row.dueAt < now) return 'overdue'
  if (row.tone === 'waiting') return 'waiting'
  if (isToVerify(row)) return 'verify'
  if (row.dueAt !== null && dayOf(row.dueAt) === dayOf(now)) return 'today'
  return isUntouched(row) || row.reopenedCount > 0 ? 'fresh' : 'later'
}

/** Open matters by need; within a group by deadline, and of two equal deadlines the older matter first. */
export const groupToday = (
  rows: readonly CaseRow[],
  now: number,
): readonly { readonly group: TodayGroup; readonly rows: readonly CaseRow[] }[] => {
  const open = rows.filter((row) => row.tone !== 'closed')
  const byDeadline = open.toSorted(
    (a, b) =>
      (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || a.openedAt - b.openedAt,
  )
  return TODAY_GROUPS.map((group) => ({
    group,
    rows: byDeadline.filter((row) => todayGroupOf(row, now) === group),
  })).filter(({ rows }) => rows.length > 0)
}
