import type { RecipientStep } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Permit, type ReachColumns, where } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { GateFacts, GateRecord } from '../domain/gate-facts.ts'

const NOWHERE = { placeCode: sql`null::text`, caseId: sql`null::uuid`, circle: sql`null::uuid[]` }
const byAsker = (unitId: string) => sql`g.unit_id = ${unitId}::uuid`
/** A community sees a request from the moment that it is asked: drafts and what the gatekeeper stopped are not its concern. */
const byRecipient = (unitId: string) =>
  sql`exists (select 1 from gate_recipient r where r.tenant = g.tenant and r.request_id = g.id and r.unit_id = ${unitId}::uuid and r.state <> 'listed')`

/** What reach over a gate request means in SQL: for whoever may see it, for the department that asks, for a community that answers. */
export const gateReach: ReachColumns = { ...NOWHERE, ofUnit: (id) => [byAsker(id), byRecipient(id)] }
export const askerReach: ReachColumns = { ...NOWHERE, ofUnit: (id) => [byAsker(id)] }
export const recipientReach: ReachColumns = { ...NOWHERE, ofUnit: (id) => [byRecipient(id)] }

/** The columns of a request as `GateFacts`. */
export const gateColumns = sql`g.id, g.version, g.state, g.unit_id as "unitId", g.kind, g.duty_list_id as "dutyListId", g.duty_code as "dutyCode", g.level, g.minutes,
  g.frequency, g.from_at as "fromAt", g.until_at as "untilAt", g.field_count as "fieldCount", g.typed_count as "typedCount", g.demand_id as "demandId",
  g.reason_id as "reasonId", g.due_at as "dueAt"`

/** The request if it lies within reach; out of reach is not found. @throws Refused */
export const findGate = (tx: Tx, permit: Permit, id: string, reach = gateReach): Promise<GateRecord> =>
  load(tx, permit, id, reach, sql``)

/** As findGate, but holds the row until the transaction ends: communities that answer at once take turns. @throws Refused */
export async function lockGate(
  tx: Tx,
  permit: Permit,
  id: string,
  reach: ReachColumns,
  expectedVersion: number | null,
): Promise<GateRecord> {
  const record = await load(tx, permit, id, reach, sql`for update of g`)
  ensure(expectedVersion === null || record.facts.version === expectedVersion, { refusal: 'gate.changed' })
  return record
}

async function load(
  tx: Tx,
  permit: Permit,
  id: string,
  reach: ReachColumns,
  lock: RawBuilder<unknown>,
): Promise<GateRecord> {
  const { rows } = await sql<GateFacts>`
    select ${gateColumns} from gate_request g where g.tenant = ${tx.tenant} and g.id = ${id} and ${where(permit, reach)} ${lock}`.execute(
    tx.db,
  )
  const facts = must(rows[0], { refusal: 'not-found' })
  return { facts, recipients: await recipientsOf(tx, id) }
}

async function recipientsOf(tx: Tx, id: string): Promise<readonly RecipientStep[]> {
  const { rows } = await sql<RecipientStep>`
    select unit_id as "unitId", community_code as "communityCode", state, ground, duty_list_id as "dutyListId", duty_code as "dutyCode",
      reason_id as "reasonId", overrule_id as "overruleId"
    from gate_recipient where tenant = ${tx.tenant} and request_id = ${id} order by community_code`.execute(
    tx.db,
  )
  return rows
}
