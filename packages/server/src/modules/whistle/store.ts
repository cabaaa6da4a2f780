import { sql } from 'kysely'
import { at, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type NewAdvice = {
  readonly id: string
  readonly byUnitId: string
  readonly unitId: string
  readonly placeCode: string
  readonly wordsId: string
  readonly dueAt: number
  readonly caseIds: readonly string[]
}

export async function addAdvice(tx: Tx, advice: NewAdvice): Promise<void> {
  const { id, byUnitId, unitId, placeCode, wordsId, dueAt, caseIds } = advice
  await sql`
    insert into stationed_advice (tenant, id, by_unit_id, unit_id, place_code, words_id, written_at, due_at)
    values (${tx.tenant}, ${id}, ${byUnitId}, ${unitId}, ${placeCode}, ${wordsId}, ${at(tx.now)}, ${at(dueAt)})`.execute(
    tx.db,
  )
  await sql`
    insert into stationed_advice_call (tenant, advice_id, case_id)
    select ${tx.tenant}, ${id}, one from unnest(${uuids(caseIds)}) as one`.execute(tx.db)
}

export async function keepAnswer(tx: Tx, id: string, answerId: string): Promise<void> {
  await sql`
    update stationed_advice set answer_id = ${answerId}, answered_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and id = ${id}`.execute(tx.db)
}

export async function markOverdue(tx: Tx, id: string): Promise<void> {
  await sql`
    update stationed_advice set overdue_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
}

export async function postponeAdvice(tx: Tx, id: string, until: number): Promise<void> {
  await sql`
    update stationed_advice set retry_at = ${at(until)} where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
}
