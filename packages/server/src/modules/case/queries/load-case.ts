import type { AssignmentFact, ClockFact, FlagFact } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Permit, type ReachColumns, where } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { inMs } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

/** What reach over a case means in SQL: by place, by unit, or as the followed matter. */
export const caseReach: ReachColumns = {
  placeCode: sql.ref('c.place_code'),
  caseId: sql.ref('c.id'),
  ofUnit: (unitId) => [
    sql`c.owner_unit_id = ${unitId}::uuid`,
    sql`c.initiator_unit_id = ${unitId}::uuid and c.admission_id is not null`,
    sql`exists (select 1 from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.unit_id = ${unitId}::uuid and a.state <> 'returned')`,
    sql`exists (select 1 from case_flag f where f.tenant = c.tenant and f.case_id = c.id and f.owner_unit_id = ${unitId}::uuid)`,
  ],
  circle: sql.ref('c.circle'),
}

export type CaseRecord = {
  readonly facts: CaseFacts
  readonly number: string
  /** How many matters that hang on this one are open. */
  readonly openChildren: number
}

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
  admission_id: string | null
  merged_into_id: string | null
  circle: string[] | null
  named_id: string | null
}

/** The case if it lies within the permit's reach; out of reach is not found, so that nobody learns that it exists. @throws Refused */
export async function findCase(tx: Tx, permit: Permit, caseId: string): Promise<CaseRecord> {
  const { rows } = await sql<Row & Parts>`
    select ${COLUMNS}, ${partsOf(tx, caseId)} from ${found(tx, permit, caseId)}`.execute(tx.db)
  const row = must(rows[0], { refusal: 'not-found' })
  return recordOf(row, row)
}

/**
 * As findCase, but holds the row until the transaction ends: two dispatchers take turns. The parts are read once it is held:
 * within its statement they would be those from before it was waited for. @throws Refused `case.changed` for a stale version.
 */
export async function lockCase(
  tx: Tx,
  permit: Permit,
  caseId: string,
  expectedVersion: number | null,
): Promise<CaseRecord> {
  const [{ rows }, { rows: parts }] = await Promise.all([
    sql<Row>`select ${COLUMNS} from ${found(tx, permit, caseId)} for update of c`.execute(tx.db),
    sql<Parts>`select ${partsOf(tx, caseId)}`.execute(tx.db),
  ])
  const record = recordOf(
    must(rows[0], { refusal: 'not-found' }),
    must(parts[0], { refusal: 'server.fault' }),
  )
  ensure(expectedVersion === null || record.facts.version === expectedVersion, { refusal: 'case.changed' })
  return record
}

function recordOf(row: Row, parts: Parts): CaseRecord {
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
    admissionId: row.admission_id,
    mergedIntoId: row.merged_into_id,
    circle: row.circle,
    namedId: row.named_id,
    partyIds: row.circle === null ? [] : parts.requesters,
    assignments: parts.assignments,
    clocks: parts.clocks,
    flags: parts.flags,
  }
  return { facts, number: row.number, openChildren: parts.open_children }
}

const COLUMNS = sql`c.id, c.number, c.kind, c.kind_version, c.version, c.state, c.place_code, c.community_code, c.grid_code, c.item_code, c.item_version, c.level,
  c.owner_unit_id, c.unit_ids, c.reported_by, c.due_at, c.provisional, c.opened_at, c.closed_at, c.reopened_count, c.solved, c.satisfaction,
  c.choices, c.counts, c.climbed, c.rung, c.initiator_unit_id, c.admission_id, c.merged_into_id, c.circle, c.named_id`

const found = (tx: Tx, permit: Permit, caseId: string): RawBuilder<unknown> =>
  sql`grid_case c where c.tenant = ${tx.tenant} and c.id = ${caseId} and ${where(permit, caseReach)}`

type Parts = {
  readonly assignments: AssignmentFact[]
  readonly clocks: ClockFact[]
  readonly flags: FlagFact[]
  readonly open_children: number
  /** Ids of those who raised it or whom it is between. */
  readonly requesters: string[]
}

/** What belongs to a matter in other tables, as columns: PostgreSQL makes a list of each. */
function partsOf(tx: Tx, caseId: string): RawBuilder<unknown> {
  const own = sql`tenant = ${tx.tenant} and case_id = ${caseId}::uuid`
  return sql`
      (select coalesce(json_agg(json_build_object('id', id, 'unitId', unit_id, 'role', role, 'state', state, 'round', round, 'handledBy', handled_by)
        order by round, id), '[]') from case_assignment where ${own}) as assignments,
      (select coalesce(json_agg(json_build_object('id', id, 'clock', clock, 'assignmentId', assignment_id, 'startedAt', ${inMs('started_at')}, 'dueAt', ${inMs('due_at')},
        'provisional', provisional, 'stoppedAt', ${inMs('stopped_at')}, 'firedAt', ${inMs('fired_at')}, 'left', left_units,
        'rung', case when rung_reached is not null then json_build_object('reached', rung_reached, 'at', ${inMs('rung_at')}, 'provisional', rung_provisional,
          'wholeHours', rung_whole_hours) end)
        order by started_at, id), '[]') from clock where ${own}) as clocks,
      (select coalesce(json_agg(json_build_object('id', id, 'flag', flag, 'unitId', unit_id, 'accountId', account_id, 'raisedAt', ${inMs('raised_at')},
        'until', ${inMs('until')}, 'ownerUnitId', owner_unit_id, 'partyId', party_id) order by raised_at, id), '[]') from case_flag where ${own}) as flags,
      (select count(*)::int from case_link l join grid_case c on c.tenant = l.tenant and c.id = l.case_id
        where l.tenant = ${tx.tenant} and l.other_id = ${caseId}::uuid and l.kind = 'parent' and c.open) as open_children,
      array(select id from case_requester where ${own} order by id) as requesters`
}
