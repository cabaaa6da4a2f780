import { type CallAspect, type CallFacts, DAY_MS, monthSpan } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import type { ReachColumns } from '../../../kernel/permit.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { newestClock } from './newest-clock.ts'

const YEAR_MS = 365 * DAY_MS

/** Calls are within reach by the place of the whistle, and a unit's own calls are its own. */
export const callReach: ReachColumns = {
  placeCode: sql.ref('c.place_code'),
  caseId: sql.ref('c.id'),
  ofUnit: (unitId) => [sql`a.unit_id = ${unitId}::uuid`],
  circle: sql.ref('c.circle'),
}

/** One unit that one whistle called. */
export type Called = CallFacts & {
  readonly caseId: string
  readonly unitId: string
  readonly number: string
  readonly kindVersion: number
  readonly placeCode: string
  readonly cause: string
  readonly blownAt: number
}

/** Whistles blown in a month; without one, in the last twelve. */
export function blownWithin(tx: Tx, month: string | undefined): RawBuilder<boolean> {
  const [from, until] = month === undefined ? [tx.now - YEAR_MS, tx.now + 1] : monthSpan(month)
  return sql<boolean>`c.opened_at >= ${at(from)} and c.opened_at < ${at(until)}`
}

type Row = Omit<Called, keyof CallFacts> & {
  readonly state: string
  readonly answerDueAt: number
  readonly answeredAt: number | null
  readonly arriveDueAt: number
  readonly arrivedAt: number | null
  readonly flags: readonly string[]
  readonly scores: Readonly<Record<CallAspect, number>> | null
}

/**
 * Calls, newest whistle first. How the caller rated a unit is told only once the whistle is closed, and it stands in the
 * events alone: they are read by their stream, from when the whistle began.
 */
export async function calledUnits(tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Called[]> {
  const { rows } = await sql<Row>`
    select a.case_id as "caseId", a.unit_id as "unitId", a.state, c.number, c.kind_version as "kindVersion", c.place_code as "placeCode",
      c.choices ->> 'cause' as cause, c.opened_at as "blownAt",
      k.due_at as "answerDueAt", k.stopped_at as "answeredAt", r.due_at as "arriveDueAt", r.stopped_at as "arrivedAt",
      coalesce((select array_agg(f.flag) from case_flag f
        where f.tenant = a.tenant and f.case_id = a.case_id and f.unit_id = a.unit_id), '{}') as flags,
      (select e.payload -> 'scores' from event e
        where c.closed_at is not null and e.tenant = c.tenant and e.stream_id = c.id and e.type = 'case.unitRated'
          and e.recorded_at >= c.opened_at and e.payload ->> 'assignmentId' = a.id::text limit 1) as scores
    from grid_case c join case_assignment a on a.tenant = c.tenant and a.case_id = c.id
      cross join lateral ${newestClock('acknowledge')} k cross join lateral ${newestClock('arrive')} r
    where c.tenant = ${tx.tenant} and c.kind = 'whistle' and ${condition}
    order by c.opened_at desc, c.id, a.id`.execute(tx.db)
  return rows.map(
    ({ state, flags, answerDueAt, answeredAt, arriveDueAt, arrivedAt, ...row }): Called => ({
      ...row,
      isThere: state === 'arrived' || state === 'done',
      answer: { dueAt: answerDueAt, stoppedAt: answeredAt },
      arrive: { dueAt: arriveDueAt, stoppedAt: arrivedAt },
      refused: ['refusal', 'upheld', 'overruled'].some((flag) => flags.includes(flag)),
      upheld: flags.includes('upheld'),
      overruled: flags.includes('overruled'),
      absent: flags.includes('absent'),
    }),
  )
}
