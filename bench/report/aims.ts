import type { OperationName } from '../drive/operations.ts'
import type { Row } from '../run-scenes.ts'
import { figure, markdownTable, share } from './markdown-table.ts'

/**
 * PostGraphile on such a machine with 5 million cases, against pgbench or the bare server of the same run: it created at
 * 31 % of pgbench, read one case at 2,190/s where the bare server did 5,206/s, and listed fifty at 900/s where the bare
 * server's 1,493/s were 18 % of pgbench.
 */
const POSTGRAPHILE: Partial<Readonly<Record<OperationName, { of: 'limit' | 'control'; share: number }>>> = {
  create: { of: 'limit', share: 0.31 },
  transition: { of: 'limit', share: 0.31 },
  case: { of: 'control', share: 2190 / 5206 },
  list: { of: 'limit', share: (900 / 1493) * 0.18 },
  inbox: { of: 'limit', share: (900 / 1493) * 0.18 },
}
const MOST_MS = 50
const LEAST_OF_LIMIT = 0.35

const said = (reached: boolean) => (reached ? 'reached' : '**missed**')

/** Whether the aims were reached, one line each. */
export function aimsOf(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => {
    const { operation, ours, limit } = row
    if (!limit) return []
    const list: string[][] = []
    if (operation === 'inbox' || operation === 'list' || operation === 'case')
      list.push([
        `p95 of ${operation} ≤ ${MOST_MS} ms`,
        `${figure(ours.p95)} ms (pgbench alone: ${figure(limit.p95)} ms)`,
        said(ours.p95 <= MOST_MS),
      ])
    if (operation === 'create' || operation === 'transition') {
      const reached = ours.perSecond >= LEAST_OF_LIMIT * limit.perSecond
      list.push([`${operation} ≥ 35 % of pgbench`, share(ours.perSecond, limit.perSecond), said(reached)])
    }
    const other = POSTGRAPHILE[operation]
    if (other) {
      const against = other.of === 'limit' ? limit : row.control
      const scaled = against.perSecond * other.share
      const words = `${operation} faster than PostGraphile (${share(other.share, 1)} of ${other.of === 'limit' ? 'pgbench' : 'the control'})`
      list.push([
        words,
        `${figure(ours.perSecond)} to ${figure(scaled)} per s`,
        said(ours.perSecond > scaled),
      ])
    }
    return list
  })
  return markdownTable(['Aim', 'Measured', ''], lines)
}
