import { sql } from 'kysely'
import { jsonRows, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { gather, type HourFigures, type OpenCase, type StepFigures } from './domain/figures-of.ts'

/**
 * The last event that is counted. Its row lock lets one transaction at a time count: a rebuild and the subscriber wait for
 * each other.
 */
export async function heldPosition(tx: Tx): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    insert into figure_position as p (tenant, seq) values (${tx.tenant}, 0)
    on conflict (tenant) do update set seq = p.seq returning p.seq`.execute(tx.db)
  return Number(rows[0]?.seq)
}

/** Moves the position that is held forward. */
export async function moveTo(tx: Tx, seq: number): Promise<void> {
  await sql`update figure_position set seq = ${seq} where tenant = ${tx.tenant}`.execute(tx.db)
}

/** Forgets everything counted, and holds the position so that nobody counts until this transaction ends. */
export async function forgetFigures(tx: Tx): Promise<void> {
  await sql`insert into figure_position (tenant, seq) values (${tx.tenant}, 0)
    on conflict (tenant) do update set seq = 0`.execute(tx.db)
  await sql`delete from figure_open where tenant = ${tx.tenant}`.execute(tx.db)
  await sql`delete from figure_hour where tenant = ${tx.tenant}`.execute(tx.db)
}

/** Adds what steps say, in as many statements whatever their number. */
export async function addFigures(tx: Tx, steps: readonly StepFigures[]): Promise<void> {
  const { open, gone, hours } = gather(steps)
  await Promise.all([dropOpen(tx, gone), keepOpen(tx, open), addHours(tx, hours)])
}

async function dropOpen(tx: Tx, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  await sql`delete from figure_open where tenant = ${tx.tenant} and case_id = any(${uuids(gone)})`.execute(
    tx.db,
  )
}

async function keepOpen(tx: Tx, open: readonly OpenCase[]): Promise<void> {
  if (open.length === 0) return
  await sql`
      insert into figure_open (tenant, case_id, kind, kind_version, state, place_code, item_code, item_version, owner_unit_id, opened_at, due_at)
      select ${tx.tenant}, r."caseId", r.kind, r."kindVersion", r.state, r."placeCode", r."itemCode", r."itemVersion", r."ownerUnitId",
        to_timestamp(r."openedAt" / 1000.0), to_timestamp(r."dueAt" / 1000.0)
      from jsonb_to_recordset(${jsonRows(open)}) as r("caseId" uuid, kind text, "kindVersion" int, state text, "placeCode" text, "itemCode" text,
        "itemVersion" int, "ownerUnitId" uuid, "openedAt" bigint, "dueAt" bigint)
      on conflict (tenant, case_id) do update set kind = excluded.kind, kind_version = excluded.kind_version, state = excluded.state,
        place_code = excluded.place_code, item_code = excluded.item_code, item_version = excluded.item_version,
        owner_unit_id = excluded.owner_unit_id, opened_at = excluded.opened_at, due_at = excluded.due_at`.execute(
    tx.db,
  )
}

async function addHours(tx: Tx, hours: readonly HourFigures[]): Promise<void> {
  const rows = hours.map(({ hourAt, placeCode, counts }) => ({ hourAt, placeCode, ...counts }))
  if (rows.length === 0) return
  await sql`
      insert into figure_hour as h (tenant, hour_at, place_code, registered, answered, closed, reopened, withdrawn, self_handled, merged, transferred, excluded, climbed)
      select ${tx.tenant}, to_timestamp(r."hourAt" / 1000), r."placeCode", r.registered, r.answered, r.closed, r.reopened, r.withdrawn, r."selfHandled",
        r.merged, r.transferred, r.excluded, r.climbed
      from jsonb_to_recordset(${jsonRows(rows)}) as r("hourAt" bigint, "placeCode" text, registered int, answered int, closed int,
        reopened int, withdrawn int, "selfHandled" int, merged int, transferred int, excluded int, climbed int)
      on conflict (tenant, hour_at, place_code) do update set registered = h.registered + excluded.registered, answered = h.answered + excluded.answered,
        closed = h.closed + excluded.closed, reopened = h.reopened + excluded.reopened,
        withdrawn = h.withdrawn + excluded.withdrawn, self_handled = h.self_handled + excluded.self_handled,
        merged = h.merged + excluded.merged,
        transferred = h.transferred + excluded.transferred, excluded = h.excluded + excluded.excluded, climbed = h.climbed + excluded.climbed`.execute(
    tx.db,
  )
}
