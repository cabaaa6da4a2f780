import type { AlertRow, ClockFact } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, jsonRows, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { CaseFacts } from './domain/case-facts.ts'

export type NewAlert = {
  readonly id: string
  readonly caseId: string
  readonly kind: AlertRow['kind']
  readonly clock: string | null
  /** The share of the limit that was used up, where a clock is what tells. */
  readonly percent: number | null
  readonly placeCode: string
  /** The unit that is late or not there; null where the matter has no owner at all. */
  readonly aboutUnitId: string | null
  readonly unitId: string | null
}

export async function raiseAlerts(tx: Tx, alerts: readonly NewAlert[]): Promise<void> {
  if (alerts.length === 0) return
  await sql`
    insert into alert (tenant, id, case_id, kind, clock, percent, place_code, about_unit_id, unit_id, raised_at)
    select ${tx.tenant}, r.id, r."caseId", r.kind, r.clock, r.percent, r."placeCode", r."aboutUnitId", r."unitId", ${at(tx.now)}
    from jsonb_to_recordset(${jsonRows(alerts)}) as r(id uuid, "caseId" uuid, kind text, clock text, percent int, "placeCode" text, "aboutUnitId" uuid,
      "unitId" uuid)`.execute(tx.db)
}

/** That somebody is missing, as it was told and is not settled. */
export type OpenMissing = Pick<NewAlert, 'id' | 'kind' | 'aboutUnitId' | 'unitId'>

export async function openMissing(tx: Tx, caseId: string): Promise<readonly OpenMissing[]> {
  const { rows } = await sql<OpenMissing>`
    select id, kind, about_unit_id as "aboutUnitId", unit_id as "unitId" from alert
    where tenant = ${tx.tenant} and case_id = ${caseId} and settled_at is null and clock is null and kind in ('ownerMissing', 'unitMissing')`.execute(
    tx.db,
  )
  return rows
}

export async function settleThese(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update alert set settled_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = any(${uuids(ids)})`.execute(
    tx.db,
  )
}

/**
 * A step settles what was open about the matter, and what is still wrong is raised anew; but a clock that ran out and
 * still runs fires only once, so what it raised stays until the clock is stopped: more words make nothing less late.
 */
export async function settleAlerts(tx: Tx, { id, clocks }: CaseFacts): Promise<void> {
  const told = ({ firedAt, rung }: ClockFact) => firedAt !== null || (rung?.reached ?? 0) > 0
  const late = clocks.filter((clock) => clock.stoppedAt === null && told(clock))
  const names = JSON.stringify(late.map((clock) => clock.clock))
  await sql`
    update alert set settled_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and case_id = ${id} and settled_at is null
      and not (clock is not null and clock in (select jsonb_array_elements_text(${names}::jsonb)))`.execute(
    tx.db,
  )
}
