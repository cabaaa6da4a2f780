import type { CaseStep } from '@lianxin/contract'
import { DAY_MS, HOUR_MS } from '@lianxin/contract'
import { sql } from 'kysely'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { type SettingSpan, settingAt } from '../setting/index.ts'
import { causesOf, type NegativeCause, overruledUnit, possibleCauses } from './domain/causes-of.ts'
import { isRated, reopensAnswer } from './domain/rounds-of.ts'

/** What happened longer ago, as in an import of old matters, opens nothing: nobody could set it right any more. */
const LOOK_BACK_MS = 7 * DAY_MS
/** Refusals of a unit are counted over a year. */
const REFUSALS_MS = 365 * DAY_MS

/**
 * Notes whistles whose refusal the district overruled, in the order in which that was decided: whether one opens a rectification
 * depends on how many the unit had within a year, by the rule of the whistle at hand. Told twice, one is noted once.
 */
export async function noteRefusals(tx: Tx, events: readonly StoredEvent<CaseStep>[]): Promise<void> {
  for (const { payload: step, recordedAt: notedAt, streamId: matterId } of events) {
    const unitId = overruledUnit(step)
    if (!unitId || isLongAgo(tx, notedAt)) continue
    const { refusedWhistle } = await settingAt(tx, 'negativeTriggers', step.openedAt)
    if (!refusedWhistle.on) continue
    const { placeCode, itemCode } = step
    const earlier = await refusalsOf(tx, unitId, matterId, notedAt)
    const opens = earlier + 1 >= refusedWhistle.times
    await addEntry(tx, { matterId, cause: 'refusedWhistle', unitId, placeCode, itemCode, notedAt, opens })
  }
}

/**
 * Notes what a step of a counted matter says for the negative list, by the rule that was in force when its matter was opened: a
 * reopened matter is the same one. Told twice, it is noted once.
 */
export async function noteNegative(tx: Tx, event: StoredEvent<CaseStep>): Promise<void> {
  const { payload: step, recordedAt, streamId: matterId } = event
  if (isLongAgo(tx, recordedAt) || !isRated(step) || possibleCauses(step).length === 0) return
  const rule = await settingAt(tx, 'negativeTriggers', step.openedAt)
  // Whoever judged an answer elsewhere complains of that one: all who complain of it check the same rectification.
  const { answer } = step
  const where = {
    ...{ matterId: answer?.caseId ?? matterId, placeCode: step.placeCode, notedAt: recordedAt },
    itemCode: answer?.itemCode ?? step.itemCode,
  }
  const reopens = reopensAnswer(step)
  const judged = reopens ? step.reopenedCount - 1 : step.reopenedCount
  const rounds = answer
    ? { unitId: answer.unitId, judgedSatisfaction: step.satisfaction, foundUndone: 0 }
    : await roundsBehind(tx, matterId, judged)
  const reopened = reopens ? await reopeningsOf(tx, matterId) : 0
  for (const cause of causesOf(step, { ...rounds, reopened }, rule))
    if (rounds.unitId) await addEntry(tx, { ...where, cause, unitId: rounds.unitId, opens: true })
}

const isLongAgo = (tx: Tx, moment: number) => moment < tx.now - LOOK_BACK_MS

type Entry = {
  readonly matterId: string
  readonly cause: NegativeCause
  readonly unitId: string
  readonly placeCode: string
  readonly itemCode: string | null
  readonly notedAt: number
  readonly opens: boolean
}

async function addEntry(tx: Tx, one: Entry): Promise<void> {
  await sql`
    insert into negative_entry (tenant, matter_id, cause, unit_id, place_code, item_code, noted_at, opens)
    select ${tx.tenant}::int, ${one.matterId}::uuid, ${one.cause}::text, ${one.unitId}::uuid, ${one.placeCode}::text, ${one.itemCode}::text,
      ${at(one.notedAt)}::timestamptz, ${one.opens}::boolean
    where not exists (select 1 from negative_entry where tenant = ${tx.tenant} and matter_id = ${one.matterId} and cause = ${one.cause})
    on conflict do nothing`.execute(tx.db)
}

/** The unit of that round, how it was judged, and what checks of any round found. */
async function roundsBehind(tx: Tx, matterId: string, round: number) {
  const { rows } = await sql<{ unitId: string | null; satisfaction: number | null; found: number }>`
    select unit_id as "unitId", satisfaction,
      (select sum(found_undone)::int from rating_round where tenant = ${tx.tenant} and case_id = ${matterId}) as found
    from rating_round where tenant = ${tx.tenant} and case_id = ${matterId} and round = ${round}`.execute(
    tx.db,
  )
  const [row] = rows
  return {
    unitId: row?.unitId ?? null,
    judgedSatisfaction: row?.satisfaction ?? null,
    foundUndone: row?.found ?? 0,
  }
}

/** How often it came back after an answer, its own or where it was joined. */
async function reopeningsOf(tx: Tx, matterId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from rating_round where tenant = ${tx.tenant} and case_id = ${matterId} and reopened_at is not null
      union all select 1 from rating_verdict where tenant = ${tx.tenant} and case_id = ${matterId} and reopened_at is not null) back`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}

async function refusalsOf(tx: Tx, unitId: string, matterId: string, until: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from negative_entry
    where tenant = ${tx.tenant} and unit_id = ${unitId} and cause = 'refusedWhistle' and matter_id <> ${matterId}
      and noted_at > ${at(until - REFUSALS_MS)} and noted_at <= ${at(until)}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/**
 * Notes units that have been late with a matter for as long as the rule says that held when it was opened, whoever has it since.
 * Lateness ends when the unit is rid of it or the round is over. @returns how many were new
 */
export async function noteLate(tx: Tx, spans: readonly SettingSpan<'negativeTriggers'>[]): Promise<number> {
  const rules = spans.flatMap(({ from, until, value: { late } }) =>
    late.on ? [{ from: isoOf(from), until: until && isoOf(until), hours: late.afterHours }] : [],
  )
  if (rules.length === 0) return 0
  const hours = rules.map((rule) => rule.hours)
  const soonest = tx.now - Math.min(...hours) * HOUR_MS
  const longest = tx.now - Math.max(...hours) * HOUR_MS - LOOK_BACK_MS
  const after = sql`make_interval(hours => v.hours)`
  const { rows } = await sql`
    insert into negative_entry (tenant, matter_id, cause, unit_id, place_code, item_code, noted_at, opens)
    select distinct on (r.case_id, l.unit_id) r.tenant, r.case_id, 'late', l.unit_id, r.place_code, r.item_code, ${at(tx.now)}, true
    from rating_late l join rating_round r on r.tenant = l.tenant and r.case_id = l.case_id and r.round = l.round
    join rating_round o on o.tenant = l.tenant and o.case_id = l.case_id and o.round = 0
    join jsonb_to_recordset(${jsonRows(rules)}) as v("from" timestamptz, "until" timestamptz, hours int)
      on o.started_at >= v."from" and (v."until" is null or o.started_at < v."until")
    where l.tenant = ${tx.tenant} and not r.excluded and coalesce(r.ending in ('closed', 'reopened'), true)
      and l.late_from > ${at(longest)} and l.late_from <= ${at(soonest)}
      and l.late_from > ${at(tx.now - LOOK_BACK_MS)}::timestamptz - ${after} and l.late_from <= ${at(tx.now)}::timestamptz - ${after}
      and coalesce(least(l.late_until, r.ended_at) > l.late_from + ${after}, true)
      and not exists (select 1 from negative_entry n where n.tenant = l.tenant and n.matter_id = l.case_id and n.cause = 'late' and n.unit_id = l.unit_id)
    order by r.case_id, l.unit_id, r.round desc
    on conflict do nothing returning matter_id`.execute(tx.db)
  return rows.length
}

const isoOf = (moment: number) => new Date(moment).toISOString()

/** Which matter was opened for these causes of a matter, by the unit that they name. */
export async function markRectified(
  tx: Tx,
  { matterId, unitId }: { readonly matterId: string; readonly unitId: string },
  causes: readonly NegativeCause[],
  rectificationId: string,
): Promise<void> {
  await sql`
    update negative_entry set rectification_id = ${rectificationId}
    where tenant = ${tx.tenant} and matter_id = ${matterId} and unit_id = ${unitId} and cause in (select jsonb_array_elements_text(${JSON.stringify(causes)}::jsonb))
      and rectification_id is null`.execute(tx.db)
}

/** Puts a matter whose rectification could not be asked for aside until then. */
export async function postponeEntries(tx: Tx, matterId: string, until: number): Promise<void> {
  await sql`
    update negative_entry set retry_at = ${at(until)}
    where tenant = ${tx.tenant} and matter_id = ${matterId} and rectification_id is null`.execute(tx.db)
}
