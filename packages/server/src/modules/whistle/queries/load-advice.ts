import { type RawBuilder, sql } from 'kysely'
import { type Permit, type ReachColumns, where } from '../../../kernel/permit.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type Advice = {
  readonly id: string
  readonly byUnitId: string
  readonly unitId: string
  readonly placeCode: string
  readonly wordsId: string
  readonly writtenAt: number
  readonly dueAt: number
  readonly answerId: string | null
  readonly answeredAt: number | null
  readonly overdueAt: number | null
  readonly caseIds: readonly string[]
}

/** The subdistrict's own, by its place; those about a unit, to that unit; all of its place to the district. */
const adviceReach: ReachColumns = {
  placeCode: sql.ref('v.place_code'),
  caseId: sql`null::uuid`,
  ofUnit: (unitId) => [sql`v.unit_id = ${unitId}::uuid`],
  circle: sql`null::uuid[]`,
}

const MOST = 200

/** Within reach: what waits for an answer first, by its deadline; then the newest. */
export async function loadAdvice(
  tx: Tx,
  permit: Permit,
  condition: RawBuilder<unknown> = sql`true`,
  lock: RawBuilder<unknown> = sql``,
): Promise<readonly Advice[]> {
  const { rows } = await sql<Advice>`
    select v.id, v.by_unit_id as "byUnitId", v.unit_id as "unitId", v.place_code as "placeCode", v.words_id as "wordsId",
      v.written_at as "writtenAt", v.due_at as "dueAt", v.answer_id as "answerId", v.answered_at as "answeredAt", v.overdue_at as "overdueAt",
      (select array_agg(one.case_id order by one.case_id) from stationed_advice_call one where one.tenant = v.tenant and one.advice_id = v.id) as "caseIds"
    from stationed_advice v
    where v.tenant = ${tx.tenant} and ${condition} and ${where(permit, adviceReach)}
    order by v.answered_at is not null, case when v.answered_at is null then v.due_at end, v.written_at desc, v.id
    limit ${sql.raw(String(MOST))} ${lock}`.execute(tx.db)
  return rows
}
