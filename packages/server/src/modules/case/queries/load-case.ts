import type { AssignmentFact, ClockFact, FlagFact } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Permit, type ReachColumns, where } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

/** What reach over a case means in SQL: by place, by unit, or as the followed matter. */
export const caseReach: ReachColumns = {
  placeCode: sql.ref('c.place_code'),
  caseId: sql.ref('c.id'),
  ofUnit: (unitId) => [
    sql`c.owner_unit_id = ${unitId}::uuid`,
    sql`exists (select 1 from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.unit_id = ${unitId}::uuid and a.state <> 'returned')`,
    sql`exists (select 1 from case_flag f where f.tenant = c.tenant and f.case_id = c.id and f.owner_unit_id = ${unitId}::uuid)`,
  ],
}

export type CaseRecord = { readonly facts: CaseFacts; readonly number: string }

type Row = {
  id: string
  number: string
  kind: string
  kind_version: number
  version: number
  state: string
  place_code: string
  community_code: string
  grid_code: string | null
  item_code: string | null
  item_version: number | null
  level: number
  owner_unit_id: string | null
  unit_ids: string[]
  reported_by: string | null
  due_at: number | null
  provisional: boolean
  opened_at: number
  closed_at: number | null
  reopened_count: number
  solved: boolean | null
  satisfaction: number | null
  choices: Record<string, string>
  counts: Record<string, number>
  climbed: number
  rung: CaseFacts['rung']
  initiator_unit_id: string | null
  merged_into_id: string | null
}

/** The case if it lies within the permit's reach; out of reach is not found, so that nobody learns that it exists. @throws Refused */
export const findCase = (tx: Tx, permit: Permit, caseId: string): Promise<CaseRecord> =>
  load(tx, permit, caseId, sql``)

/** As findCase, but holds the row until the transaction ends: two dispatchers take turns. @throws Refused `case.changed` for a stale version. */
export async function lockCase(
  tx: Tx,
  permit: Permit,
  caseId: string,
  expectedVersion: number | null,
): Promise<CaseRecord> {
  const record = await load(tx, permit, caseId, sql`for update of c`)
  ensure(expectedVersion === null || record.facts.version === expectedVersion, { refusal: 'case.changed' })
  return record
}

async function load(tx: Tx, permit: Permit, caseId: string, lock: RawBuilder<unknown>): Promise<CaseRecord> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind, c.kind_version, c.version, c.state, c.place_code, c.community_code, c.grid_code, c.item_code, c.item_version, c.level,
      c.owner_unit_id, c.unit_ids, c.reported_by, c.due_at, c.provisional, c.opened_at, c.closed_at, c.reopened_count, c.solved, c.satisfaction,
      c.choices, c.counts, c.climbed, c.rung, c.initiator_unit_id, c.merged_into_id
    from grid_case c where c.tenant = ${tx.tenant} and c.id = ${caseId} and ${where(permit, caseReach)} ${lock}`.execute(
    tx.db,
  )
  const row = must(rows[0], { refusal: 'not-found' })
  const facts: CaseFacts = {
    id: row.id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    kindVersion: row.kind_version,
    placeCode: row.place_code,
    communityCode: row.community_code,
    gridCode: row.grid_code,
    itemCode: row.item_code,
    itemVersion: row.item_version,
    level: row.level,
    ownerUnitId: row.owner_unit_id,
    unitIds: row.unit_ids,
    reporterId: row.reported_by,
    dueAt: row.due_at,
    provisional: row.provisional,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    reopenedCount: row.reopened_count,
    solved: row.solved,
    satisfaction: row.satisfaction,
    choices: row.choices,
    counts: row.counts,
    climbed: row.climbed,
    rung: row.rung,
    initiatorUnitId: row.initiator_unit_id,
    mergedIntoId: row.merged_into_id,
    assignments: await assignmentsOf(tx, row.id),
    clocks: await clocksOf(tx, row.id),
    flags: await flagsOf(tx, row.id),
  }
  return { facts, number: row.number }
}

async function assignmentsOf(tx: Tx, caseId: string): Promise<AssignmentFact[]> {
  const { rows } = await sql<AssignmentFact>`
    select id, unit_id as "unitId", role, state, round, handled_by as "handledBy"
    from case_assignment where tenant = ${tx.tenant} and case_id = ${caseId} order by round, id`.execute(
    tx.db,
  )
  return rows
}

async function clocksOf(tx: Tx, caseId: string): Promise<ClockFact[]> {
  const { rows } = await sql<ClockFact>`
    select id, clock, assignment_id as "assignmentId", started_at as "startedAt", due_at as "dueAt", provisional, stopped_at as "stoppedAt", fired_at as "firedAt", left_units as "left"
    from clock where tenant = ${tx.tenant} and case_id = ${caseId} order by started_at, id`.execute(tx.db)
  return rows
}

async function flagsOf(tx: Tx, caseId: string): Promise<FlagFact[]> {
  const { rows } = await sql<FlagFact>`
    select id, flag, unit_id as "unitId", account_id as "accountId", raised_at as "raisedAt", until, owner_unit_id as "ownerUnitId"
    from case_flag where tenant = ${tx.tenant} and case_id = ${caseId} order by raised_at, id`.execute(tx.db)
  return rows
}
