import type { CaseStep } from '@lianxin/contract'
import { sql } from 'kysely'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import {
  isLeftOut,
  isRated,
  lateOf,
  type ResponseRow,
  type RoundRow,
  responsesOf,
  roundsOf,
  type VerdictRow,
  verdictOf,
} from './domain/rounds-of.ts'

const moment = (column: string) => sql`to_timestamp(r.${sql.ref(column)} / 1000.0)`

/** Notes what steps say of rounds and responses: of each matter one step at most. Told twice, or late, a step says nothing new. */
export async function noteSteps(tx: Tx, steps: readonly StoredEvent<CaseStep>[]): Promise<void> {
  const rated = steps.filter(({ payload }) => isRated(payload))
  // Together on their way, they are executed in this order.
  await Promise.all([
    noteRounds(tx, rated.flatMap(roundsOf)),
    noteLateUnits(tx, rated),
    noteResponses(tx, rated.flatMap(responsesOf)),
    noteVerdicts(
      tx,
      rated.flatMap((step) => verdictOf(step) ?? []),
    ),
    leaveOutEarlier(tx, rated),
  ])
}

async function noteRounds(tx: Tx, rounds: readonly RoundRow[]): Promise<void> {
  if (rounds.length === 0) return
  await sql`
    insert into rating_round as t (tenant, case_id, round, seq, kind, unit_id, item_code, place_code, rung, started_at, ended_at, ending, late_from,
      judged_at, solved, satisfaction, reopened_at, excluded, excluded_at, ground, found_undone)
    select ${tx.tenant}, r."caseId", r.round, r.seq, r.kind, r."unitId", r."itemCode", r."placeCode", r.rung, ${moment('startedAt')}, ${moment('endedAt')}, r."end",
      ${moment('lateFrom')}, ${moment('judgedAt')}, r.solved, r.satisfaction, ${moment('reopenedAt')}, r.excluded, ${moment('excludedAt')}, r.ground, r."foundUndone"::int
    from jsonb_to_recordset(${jsonRows(rounds)}) as r("caseId" uuid, round int, seq bigint, kind text, "unitId" uuid, "itemCode" text, "placeCode" text,
      rung text, "startedAt" bigint, "endedAt" bigint, "end" text, "lateFrom" bigint, "judgedAt" bigint, solved boolean, satisfaction int, "reopenedAt" bigint,
      excluded boolean, "excludedAt" bigint, ground text, "foundUndone" boolean)
    on conflict (tenant, case_id, round) do update set seq = excluded.seq, unit_id = coalesce(excluded.unit_id, t.unit_id), item_code = excluded.item_code,
      place_code = excluded.place_code, rung = case when excluded.reopened_at is null then excluded.rung else t.rung end,
      ended_at = coalesce(t.ended_at, excluded.ended_at), ending = coalesce(t.ending, excluded.ending),
      late_from = case when t.ended_at is null then excluded.late_from else t.late_from end,
      judged_at = coalesce(excluded.judged_at, t.judged_at), solved = coalesce(excluded.solved, t.solved),
      satisfaction = coalesce(excluded.satisfaction, t.satisfaction), reopened_at = coalesce(excluded.reopened_at, t.reopened_at),
      excluded = excluded.excluded, excluded_at = coalesce(t.excluded_at, excluded.excluded_at), ground = coalesce(t.ground, excluded.ground),
      found_undone = t.found_undone + excluded.found_undone
    where t.seq < excluded.seq`.execute(tx.db)
}

async function noteResponses(tx: Tx, responses: readonly ResponseRow[]): Promise<void> {
  if (responses.length === 0) return
  await sql`
    insert into rating_response as t (tenant, clock_id, case_id, unit_id, item_code, place_code, started_at, due_at, stopped_at, excluded, seq)
    select ${tx.tenant}, r."clockId", r."caseId", r."unitId", r."itemCode", r."placeCode", ${moment('startedAt')}, ${moment('dueAt')}, ${moment('stoppedAt')},
      r.excluded, r.seq
    from jsonb_to_recordset(${jsonRows(responses)}) as r("clockId" uuid, "caseId" uuid, "unitId" uuid, "itemCode" text, "placeCode" text, "startedAt" bigint,
      "dueAt" bigint, "stoppedAt" bigint, excluded boolean, seq bigint)
    on conflict (tenant, clock_id) do update set item_code = excluded.item_code, place_code = excluded.place_code, due_at = excluded.due_at,
      stopped_at = excluded.stopped_at, excluded = excluded.excluded, seq = excluded.seq
    where t.seq < excluded.seq`.execute(tx.db)
}

/** Excluded by a second person: earlier rounds leave the rates with the last one. */
async function leaveOutEarlier(tx: Tx, steps: readonly StoredEvent<CaseStep>[]): Promise<void> {
  const later = steps
    .filter(({ payload }) => payload.reopenedCount > 0)
    .map(({ streamId, seq, payload }) => {
      const { reopenedCount: round } = payload
      return { caseId: streamId, seq, round, excluded: isLeftOut(payload) }
    })
  if (later.length === 0) return
  await sql`
    update rating_round t set excluded = r.excluded
    from jsonb_to_recordset(${jsonRows(later)}) as r("caseId" uuid, seq bigint, round int, excluded boolean)
    where t.tenant = ${tx.tenant} and t.case_id = r."caseId" and t.round < r.round and t.seq <= r.seq`.execute(
    tx.db,
  )
}

/** One for each requester and answer: whoever had the own matter reopened after a verdict keeps that verdict, and the reopening with it. */
async function noteVerdicts(tx: Tx, verdicts: readonly VerdictRow[]): Promise<void> {
  if (verdicts.length === 0) return
  await sql`
    insert into rating_verdict as t (tenant, case_id, of_case_id, of_round, seq, unit_id, item_code, place_code, judged_at, solved, satisfaction, reopened_at, excluded)
    select ${tx.tenant}, r."caseId", r."ofCaseId", r."ofRound", r.seq, r."unitId", r."itemCode", r."placeCode", ${moment('judgedAt')}, r.solved, r.satisfaction,
      ${moment('reopenedAt')}, r.excluded
    from jsonb_to_recordset(${jsonRows(verdicts)}) as r("caseId" uuid, "ofCaseId" uuid, "ofRound" int, seq bigint, "unitId" uuid, "itemCode" text, "placeCode" text,
      "judgedAt" bigint, solved boolean, satisfaction int, "reopenedAt" bigint, excluded boolean)
    on conflict (tenant, case_id, of_case_id, of_round) do update set seq = excluded.seq, judged_at = coalesce(t.judged_at, excluded.judged_at),
      solved = coalesce(t.solved, excluded.solved), satisfaction = coalesce(t.satisfaction, excluded.satisfaction),
      reopened_at = coalesce(t.reopened_at, excluded.reopened_at), excluded = excluded.excluded
    where t.seq < excluded.seq`.execute(tx.db)
}

/** A step says of every round who is late: what was said before is replaced, unless it was said by a newer one. */
async function noteLateUnits(tx: Tx, steps: readonly StoredEvent<CaseStep>[]): Promise<void> {
  if (steps.length === 0) return
  const told = steps.map(({ streamId, seq }) => ({ caseId: streamId, seq }))
  const late = steps.flatMap((step) => lateOf(step).map((row) => ({ ...row, seq: step.seq })))
  const newest = sql`not exists (select 1 from rating_round n where n.tenant = ${tx.tenant} and n.case_id = r."caseId" and n.seq > r.seq)`
  const forgotten = sql`
    delete from rating_late l using jsonb_to_recordset(${jsonRows(told)}) as r("caseId" uuid, seq bigint)
    where l.tenant = ${tx.tenant} and l.case_id = r."caseId" and ${newest}`.execute(tx.db)
  const noted =
    late.length > 0 &&
    sql`
    insert into rating_late (tenant, case_id, round, unit_id, led, late_from, late_until)
    select ${tx.tenant}, r."caseId", r.round, r."unitId", r.led, ${moment('lateFrom')}, ${moment('lateUntil')}
    from jsonb_to_recordset(${jsonRows(late)}) as r("caseId" uuid, seq bigint, round int, "unitId" uuid, led boolean, "lateFrom" bigint, "lateUntil" bigint)
    where ${newest}`.execute(tx.db)
  await Promise.all([forgotten, noted])
}

/** Forgets everything noted, for a rebuild in the same transaction. */
export async function forgetRounds(tx: Tx): Promise<void> {
  await sql`delete from rating_round where tenant = ${tx.tenant}`.execute(tx.db)
  await sql`delete from rating_response where tenant = ${tx.tenant}`.execute(tx.db)
  await sql`delete from rating_late where tenant = ${tx.tenant}`.execute(tx.db)
  await sql`delete from rating_verdict where tenant = ${tx.tenant}`.execute(tx.db)
}
