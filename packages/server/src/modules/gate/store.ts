import type { DutyEntry, FormFilled, GateStep, RecipientStep } from '@lianxin/contract'
import { sql } from 'kysely'
import type { NewEvent } from '../../kernel/event-store.ts'
import { at, atOrNull, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

/** The rows as the event says they stand after the step: the only way in which they change. */
export async function saveStep(tx: Tx, { streamId: id, payload: step }: NewEvent<GateStep>): Promise<void> {
  const submitted = step.move === 'submit' ? tx.now : null
  const decided = ['pass', 'return', 'refuse'].includes(step.move) ? tx.now : null
  await sql`
    insert into gate_request as g (tenant, id, version, state, unit_id, kind, duty_list_id, duty_code, level, minutes, frequency, from_at, until_at,
      field_count, typed_count, demand_id, reason_id, due_at, created_at)
    values (${tx.tenant}, ${id}, ${step.version}, ${step.state}, ${step.unitId}, ${step.kind}, ${step.dutyListId}, ${step.dutyCode}, ${step.level},
      ${step.minutes}, ${step.frequency}, ${at(step.fromAt)}, ${at(step.untilAt)}, ${step.fieldCount}, ${step.typedCount}, ${step.demandId},
      ${step.reasonId}, ${atOrNull(step.dueAt)}, ${at(tx.now)})
    on conflict (tenant, id) do update set version = excluded.version, state = excluded.state, kind = excluded.kind, duty_list_id = excluded.duty_list_id,
      duty_code = excluded.duty_code, level = excluded.level, minutes = excluded.minutes, frequency = excluded.frequency, from_at = excluded.from_at,
      overdue_at = null, until_at = excluded.until_at, field_count = excluded.field_count, typed_count = excluded.typed_count, demand_id = excluded.demand_id,
      reason_id = excluded.reason_id, due_at = excluded.due_at, submitted_at = coalesce(${atOrNull(submitted)}, g.submitted_at),
      decided_at = coalesce(${atOrNull(decided)}, g.decided_at)`.execute(tx.db)
  if (step.move === 'save')
    await sql`delete from gate_recipient where tenant = ${tx.tenant} and request_id = ${id}`.execute(tx.db)
  await saveRecipients(tx, id, step)
}

/** The gatekeeper has not decided in time, and that was told. Any step takes it back. */
export async function markOverdue(tx: Tx, requestId: string): Promise<void> {
  await sql`update gate_request set overdue_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = ${requestId}`.execute(
    tx.db,
  )
}

const ANSWERS: readonly string[] = ['take', 'decline']

async function saveRecipients(tx: Tx, requestId: string, { move, recipients }: GateStep): Promise<void> {
  if (recipients.length === 0) return
  const answered = atOrNull(ANSWERS.includes(move) ? tx.now : null)
  const overruled = atOrNull(move === 'overrule' ? tx.now : null)
  await sql`
    insert into gate_recipient as m (tenant, request_id, unit_id, community_code, state, ground, duty_list_id, duty_code, reason_id, overrule_id)
    select ${tx.tenant}, ${requestId}, r."unitId", r."communityCode", r.state, r.ground, r."dutyListId", r."dutyCode", r."reasonId", r."overruleId"
    from jsonb_to_recordset(${jsonRows(recipients)}) as r("unitId" uuid, "communityCode" text, state text, ground text, "dutyListId" uuid, "dutyCode" text,
      "reasonId" uuid, "overruleId" uuid)
    on conflict (tenant, request_id, unit_id) do update set state = excluded.state, ground = excluded.ground, duty_list_id = excluded.duty_list_id,
      duty_code = excluded.duty_code, reason_id = excluded.reason_id, overrule_id = excluded.overrule_id,
      answered_at = coalesce(${answered}, m.answered_at), overruled_at = coalesce(${overruled}, m.overruled_at)`.execute(
    tx.db,
  )
}

export async function saveResponse(tx: Tx, filled: FormFilled, demandId: string): Promise<void> {
  await sql`
    insert into gate_response (tenant, request_id, unit_id, occasion_at, demand_id, answers_id, field_count, typed_count, filled_at)
    values (${tx.tenant}, ${filled.requestId}, ${filled.unitId}, ${at(filled.occasionAt)}, ${demandId}, ${filled.answersId}, ${filled.fieldCount},
      ${filled.typedCount}, ${at(tx.now)})`.execute(tx.db)
}

export type NewDutyList = {
  readonly id: string
  readonly unitKind: 'subdistrict' | 'community'
  readonly unitId: string | null
  readonly version: number
  readonly effectiveAt: number
  readonly entries: readonly DutyEntry[]
}

/** Adds a version of a list; one that exists stays as it is, because demands were asked under it. */
export async function addDutyList(tx: Tx, list: NewDutyList): Promise<void> {
  const { rows } = await sql`
    insert into duty_list (tenant, id, unit_kind, unit_id, version, effective_at, published_at)
    values (${tx.tenant}, ${list.id}, ${list.unitKind}, ${list.unitId}, ${list.version}, ${at(list.effectiveAt)}, ${at(tx.now)})
    on conflict do nothing returning id`.execute(tx.db)
  if (rows.length === 0) return
  await sql`
    insert into duty_entry (tenant, list_id, code, ord, class, name, name_en, item_codes, basis, basis_en, note, note_en)
    select ${tx.tenant}, ${list.id}, r.code, r.ord, r.class, r.name, r."nameEn", array(select jsonb_array_elements_text(r."itemCodes")), r.basis, r."basisEn",
      r.note, r."noteEn"
    from jsonb_to_recordset(${jsonRows(list.entries.map((entry, ord) => ({ ...entry, ord })))}) as r(code text, ord int, class text, name text, "nameEn" text,
      "itemCodes" jsonb, basis text, "basisEn" text, note text, "noteEn" text)`.execute(tx.db)
}

/** What a step changes in the projection of burdens: rows that now hold, communities that are free again, a new end. */
export async function bookBurden(
  tx: Tx,
  seq: number,
  requestId: string,
  step: GateStep,
  bound: readonly RecipientStep[],
  free: readonly RecipientStep[],
): Promise<void> {
  const terms = { level: step.level, minutes: step.minutes, frequency: step.frequency }
  const rows = bound.map(({ communityCode }) => ({ communityCode, ...terms }))
  if (rows.length > 0)
    await sql`
      insert into gate_burden as b (tenant, request_id, community_code, seq, level, minutes, frequency, from_at, until_at)
      select ${tx.tenant}, ${requestId}, r."communityCode", ${seq}, r.level, r.minutes, r.frequency, ${at(step.fromAt)}, ${at(step.untilAt)}
      from jsonb_to_recordset(${jsonRows(rows)}) as r("communityCode" text, level text, minutes int, frequency text)
      on conflict (tenant, request_id, community_code) do update set seq = excluded.seq, level = excluded.level, minutes = excluded.minutes,
        frequency = excluded.frequency, from_at = excluded.from_at, until_at = excluded.until_at
      where b.seq < excluded.seq`.execute(tx.db)
  if (free.length > 0)
    await sql`
      delete from gate_burden where tenant = ${tx.tenant} and request_id = ${requestId} and seq < ${seq}
        and community_code in (select jsonb_array_elements_text(${JSON.stringify(free.map(({ communityCode }) => communityCode))}::jsonb))`.execute(
      tx.db,
    )
  if (step.move === 'end')
    await sql`
      update gate_burden set until_at = ${at(step.untilAt)}, seq = ${seq} where tenant = ${tx.tenant} and request_id = ${requestId} and seq < ${seq}`.execute(
      tx.db,
    )
}

export async function forgetBurden(tx: Tx): Promise<void> {
  await sql`delete from gate_burden where tenant = ${tx.tenant}`.execute(tx.db)
}
