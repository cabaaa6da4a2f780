import type { ClockFact, FlagFact, OpeningAsked } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, atOrNull, jsonRows, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { CaseFacts } from './domain/case-facts.ts'

/** What is stored of a new matter beside its facts: pointers to content and the sealed requester. */
export type NewCaseDetail = {
  readonly wordsId: string
  readonly detailId: string | null
  readonly answersId: string | null
  readonly pointId: string | null
  /** Where it is to about a hundred metres, in thousandths of a degree; null without a point. */
  readonly near: { readonly lon: number; readonly lat: number } | null
  readonly compoundId: string | null
  readonly buildingId: string | null
  readonly echoWall: boolean
  readonly language: string
}
export type NewRequester = {
  readonly id: string
  readonly name: Uint8Array | null
  readonly phone: Uint8Array | null
  readonly phoneIndex: Uint8Array | null
  readonly wantsCall: boolean
  /** Who raised the matter that this one came from, where it is the same person. */
  readonly originId?: string
}

/** The next serial of a day. The row lock orders simultaneous reports; it is held for the rest of a short transaction. */
export async function nextSerial(tx: Tx, day: string): Promise<number> {
  const { rows } = await sql<{ serial: number }>`
    insert into case_number as n (tenant, day, serial) values (${tx.tenant}, ${day}::date, 1)
    on conflict (tenant, day) do update set serial = n.serial + 1 returning serial`.execute(tx.db)
  return Number(rows[0]?.serial)
}

export async function insertCase(
  tx: Tx,
  facts: CaseFacts,
  number: string,
  detail: NewCaseDetail,
  requesters: readonly NewRequester[],
): Promise<void> {
  await Promise.all([
    sql`
    insert into grid_case (tenant, id, kind, kind_version, number, version, state, open, place_code, community_code, grid_code, item_code, item_version,
      level, owner_unit_id, unit_ids, reported_by, initiator_unit_id, admission_id, due_at, provisional, opened_at, closed_at, reopened_count, solved, satisfaction,
      choices, counts, climbed, rung, merged_into_id, circle, named_id)
    values (${tx.tenant}, ${facts.id}, ${facts.kind}, ${facts.kindVersion}, ${number}, ${facts.version}, ${facts.state}, ${facts.closedAt === null}, ${facts.placeCode},
      ${facts.communityCode}, ${facts.gridCode}, ${facts.itemCode}, ${facts.itemVersion}, ${facts.level}, ${facts.ownerUnitId}, ${uuids(facts.unitIds)},
      ${facts.reporterId}, ${facts.initiatorUnitId}, ${facts.admissionId}, ${atOrNull(facts.dueAt)}, ${facts.provisional}, ${at(facts.openedAt)}, ${atOrNull(facts.closedAt)}, ${facts.reopenedCount}, ${facts.solved}, ${facts.satisfaction},
      ${JSON.stringify(facts.choices)}::jsonb, ${JSON.stringify(facts.counts)}::jsonb, ${facts.climbed}, ${facts.rung}, ${facts.mergedIntoId}, ${uuidsOrNull(facts.circle)}, ${facts.namedId})`.execute(
      tx.db,
    ),
    sql`
    insert into case_detail (tenant, case_id, words_id, detail_id, answers_id, point_id, near_lon, near_lat, compound_id, building_id, echo_wall, language)
    values (${tx.tenant}, ${facts.id}, ${detail.wordsId}, ${detail.detailId}, ${detail.answersId}, ${detail.pointId}, ${detail.near?.lon ?? null}, ${detail.near?.lat ?? null}, ${detail.compoundId}, ${detail.buildingId}, ${detail.echoWall}, ${detail.language})`.execute(
      tx.db,
    ),
    ...requesters.map((requester) =>
      sql`
    insert into case_requester (tenant, case_id, id, name, phone, phone_index, wants_call, origin_id)
    values (${tx.tenant}, ${facts.id}, ${requester.id}, ${requester.name}, ${requester.phone}, ${requester.phoneIndex}, ${requester.wantsCall}, ${requester.originId ?? null})`.execute(
        tx.db,
      ),
    ),
    saveParts(tx, facts),
  ])
}

/** Assignments first: clocks point at them. */
const saveParts = (tx: Tx, facts: CaseFacts): Promise<unknown> =>
  Promise.all([
    saveAssignments(tx, facts),
    saveClocks(tx, facts.id, facts.clocks),
    saveFlags(tx, facts.id, facts.flags),
  ])

/** Writes the row that the last event replays to, with its assignments, clocks and flags. */
export async function updateCase(tx: Tx, facts: CaseFacts): Promise<void> {
  await Promise.all([
    sql`
    update grid_case set version = ${facts.version}, state = ${facts.state}, open = ${facts.closedAt === null}, item_code = ${facts.itemCode},
      item_version = ${facts.itemVersion}, level = ${facts.level}, owner_unit_id = ${facts.ownerUnitId}, unit_ids = ${uuids(facts.unitIds)},
      due_at = ${atOrNull(facts.dueAt)}, provisional = ${facts.provisional}, closed_at = ${atOrNull(facts.closedAt)}, reopened_count = ${facts.reopenedCount},
      solved = ${facts.solved}, satisfaction = ${facts.satisfaction}, choices = ${JSON.stringify(facts.choices)}::jsonb, counts = ${JSON.stringify(facts.counts)}::jsonb,
      climbed = ${facts.climbed}, rung = ${facts.rung}, merged_into_id = ${facts.mergedIntoId},
      circle = ${uuidsOrNull(facts.circle)}, named_id = ${facts.namedId}
    where tenant = ${tx.tenant} and id = ${facts.id}`.execute(tx.db),
    saveParts(tx, facts),
  ])
}

async function saveAssignments(tx: Tx, { id: caseId, placeCode, assignments }: CaseFacts): Promise<void> {
  if (assignments.length === 0) return
  await sql`
    insert into case_assignment (tenant, id, case_id, place_code, unit_id, role, state, round, handled_by)
    select ${tx.tenant}, r.id, ${caseId}, ${placeCode}, r."unitId", r.role, r.state, r.round, r."handledBy"
    from jsonb_to_recordset(${jsonRows(assignments)}) as r(id uuid, "unitId" uuid, role text, state text, round int, "handledBy" uuid[])
    on conflict (tenant, id) do update set state = excluded.state, handled_by = excluded.handled_by`.execute(
    tx.db,
  )
}

async function saveClocks(tx: Tx, caseId: string, clocks: readonly ClockFact[]): Promise<void> {
  if (clocks.length === 0) return
  const rows = clocks.map((clock) => ({ ...clock, ...moments(clock), ...rungColumns(clock.rung) }))
  await sql`
    insert into clock (tenant, id, case_id, assignment_id, clock, started_at, due_at, provisional, stopped_at, fired_at, left_units,
      rung_reached, rung_at, rung_provisional, rung_whole_hours)
    select ${tx.tenant}, r.id, ${caseId}, r."assignmentId", r.clock, r."startedAt", r."dueAt", r.provisional, r."stoppedAt", r."firedAt", r."left",
      r.rung_reached, r.rung_at, r.rung_provisional, r.rung_whole_hours
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "assignmentId" uuid, clock text, "startedAt" timestamptz, "dueAt" timestamptz, provisional bool, "stoppedAt" timestamptz, "firedAt" timestamptz, "left" float8,
      rung_reached int, rung_at timestamptz, rung_provisional bool, rung_whole_hours float8)
    on conflict (tenant, id) do update set due_at = excluded.due_at, provisional = excluded.provisional, stopped_at = excluded.stopped_at, left_units = excluded.left_units, fired_at = coalesce(clock.fired_at, excluded.fired_at),
      rung_reached = excluded.rung_reached, rung_at = excluded.rung_at, rung_provisional = excluded.rung_provisional, rung_whole_hours = excluded.rung_whole_hours, duty_at = null`.execute(
    tx.db,
  )
}

/** Flags are what holds now: those that were lowered are deleted here and stay in the events. */
async function saveFlags(tx: Tx, caseId: string, flags: readonly FlagFact[]): Promise<void> {
  const rows = flags.map((one) => ({ ...one, raisedAt: iso(one.raisedAt), until: iso(one.until) }))
  await sql`
    with given as (
      select * from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, flag text, "unitId" uuid, "accountId" uuid, "raisedAt" timestamptz, until timestamptz, "ownerUnitId" uuid, "partyId" uuid)
    ), lowered as (
      delete from case_flag where tenant = ${tx.tenant} and case_id = ${caseId} and id not in (select id from given)
    )
    insert into case_flag (tenant, id, case_id, flag, unit_id, account_id, raised_at, until, owner_unit_id, party_id)
    select ${tx.tenant}, id, ${caseId}, flag, "unitId", "accountId", "raisedAt", until, "ownerUnitId", "partyId" from given
    on conflict (tenant, id) do nothing`.execute(tx.db)
}

export type CaseLink = 'parent' | 'mergedInto' | 'reopenedAs' | 'aroseFrom'

/** Links a matter with another one; again is nothing. */
export async function linkCases(tx: Tx, caseId: string, kind: CaseLink, otherId: string): Promise<void> {
  await sql`
    insert into case_link (tenant, case_id, kind, other_id, created_at) values (${tx.tenant}, ${caseId}, ${kind}, ${otherId}, ${at(tx.now)})
    on conflict do nothing`.execute(tx.db)
}

const uuidsOrNull = (ids: readonly string[] | null) => (ids === null ? sql`null` : uuids(ids))

const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString())
const moments = (clock: ClockFact) => ({
  startedAt: iso(clock.startedAt),
  dueAt: iso(clock.dueAt),
  stoppedAt: iso(clock.stoppedAt),
  firedAt: iso(clock.firedAt),
})

const rungColumns = (rung: ClockFact['rung']) => ({
  rung_reached: rung?.reached ?? null,
  rung_at: iso(rung?.at ?? null),
  rung_provisional: rung?.provisional ?? null,
  rung_whole_hours: rung?.wholeHours ?? null,
})

/** A clock ran out or reached a rung; where it stands on the ladder afterwards. */
export async function markClock(tx: Tx, { id, rung }: ClockFact, reached: 'limit' | 'rung'): Promise<void> {
  const row = rungColumns(rung)
  await sql`
    update clock set ${reached === 'limit' ? sql`fired_at = ${at(tx.now)},` : sql``} rung_reached = ${row.rung_reached},
      rung_at = ${atOrNull(rung?.at ?? null)}, rung_provisional = ${row.rung_provisional}, rung_whole_hours = ${row.rung_whole_hours}
    where tenant = ${tx.tenant} and id = ${id}`.execute(tx.db)
}

/**
 * A matter ended that hangs on others: what followed their clocks and had to wait is tried again. Their rows are locked first,
 * because a clock that runs out at this moment may still have seen the matter open.
 */
export async function wakeParents(tx: Tx, caseId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select c.id from case_link l join grid_case c on c.tenant = l.tenant and c.id = l.other_id
    where l.tenant = ${tx.tenant} and l.case_id = ${caseId} and l.kind = 'parent' and c.open order by c.id for update of c`.execute(
    tx.db,
  )
  if (rows.length === 0) return
  await sql`
    update clock set again_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and case_id = any(${uuids(rows.map(({ id }) => id))}) and stopped_at is null and fired_at is not null`.execute(
    tx.db,
  )
}

export async function triedAgain(tx: Tx, clockId: string): Promise<void> {
  await sql`update clock set again_at = null where tenant = ${tx.tenant} and id = ${clockId}`.execute(tx.db)
}

/** Puts a clock that could not be fired aside until then. */
export async function postponeClock(tx: Tx, clockId: string, until: number): Promise<void> {
  await sql`update clock set retry_at = ${at(until)} where tenant = ${tx.tenant} and id = ${clockId}`.execute(
    tx.db,
  )
}

/** Holidays and make-up workdays of a year as published, days as YYYY-MM-DD. */
export type HolidayYear = {
  readonly year: number
  readonly version: number
  readonly holidays: readonly string[]
  readonly makeUpWorkdays: readonly string[]
  readonly source: string
}

export async function addHolidayYear(tx: Tx, row: HolidayYear): Promise<void> {
  await sql`
    insert into holiday_year (year, version, holidays, makeup_workdays, source, loaded_at)
    values (${row.year}, ${row.version}, ${`{${row.holidays.join(',')}}`}::date[], ${`{${row.makeUpWorkdays.join(',')}}`}::date[], ${row.source}, ${at(tx.now)})
    on conflict do nothing`.execute(tx.db)
}

/** Keeps what was asked for until it is opened; again is nothing. */
export async function keepOpening(tx: Tx, wanted: OpeningAsked): Promise<void> {
  await sql`
    insert into case_opening (tenant, case_id, asked_at, wanted)
    values (${tx.tenant}, ${wanted.caseId}, ${at(tx.now)}, ${JSON.stringify(wanted)}::jsonb) on conflict do nothing`.execute(
    tx.db,
  )
}

export async function markOpened(tx: Tx, caseId: string): Promise<void> {
  await sql`update case_opening set opened_at = ${at(tx.now)} where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(
    tx.db,
  )
}

/** Puts a matter that could not be opened aside until then. */
export async function postponeOpening(tx: Tx, caseId: string, until: number): Promise<void> {
  await sql`update case_opening set retry_at = ${at(until)} where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(
    tx.db,
  )
}
