import { sql } from 'kysely'
import { at, atOrNull, uuids } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Entry } from './domain/entry.ts'

export async function saveConsent(
  tx: Tx,
  consent: {
    readonly caseId: string
    readonly id: string
    readonly version: number
    readonly agreed: boolean
  },
): Promise<void> {
  await sql`
    insert into echo_consent (tenant, case_id, id, version, agreed, changed_at)
    values (${tx.tenant}, ${consent.caseId}, ${consent.id}, ${consent.version}, ${consent.agreed}, ${at(tx.now)})
    on conflict (tenant, case_id) do update set version = excluded.version, agreed = excluded.agreed, changed_at = excluded.changed_at`.execute(
    tx.db,
  )
}

/** The row as the last event says it. A matter has one answer; published again, it goes on with its versions. */
export async function saveEntry(tx: Tx, entry: Entry): Promise<void> {
  const downAt = entry.state === 'down' ? tx.now : null
  await sql`
    insert into echo_entry (tenant, id, case_id, version, state, raised_id, answer_id, community_code, compound_id, item_code, item_version, unit_id,
      raised_at, answered_at, solved, satisfaction, published_at, corrected_at, reason, down_at)
    values (${tx.tenant}, ${entry.id}, ${entry.caseId}, ${entry.version}, ${entry.state}, ${entry.raisedId}, ${entry.answerId}, ${entry.communityCode},
      ${entry.compoundId}, ${entry.itemCode}, ${entry.itemVersion}, ${entry.unitId}, ${at(entry.raisedAt)}, ${at(entry.answeredAt)}, ${entry.solved},
      ${entry.satisfaction}, ${at(entry.publishedAt)}, ${atOrNull(entry.correctedAt)}, ${entry.reason}, ${atOrNull(downAt)})
    on conflict (tenant, case_id) do update set version = excluded.version, state = excluded.state, raised_id = excluded.raised_id,
      answer_id = excluded.answer_id, compound_id = excluded.compound_id, item_code = excluded.item_code, item_version = excluded.item_version,
      unit_id = excluded.unit_id, answered_at = excluded.answered_at, solved = excluded.solved, satisfaction = excluded.satisfaction,
      published_at = excluded.published_at, corrected_at = excluded.corrected_at, reason = excluded.reason, down_at = excluded.down_at`.execute(
    tx.db,
  )
}

/** By what the answer is found from now on; nothing once it is down. */
export async function replaceTokens(tx: Tx, entryId: string, tokens: Iterable<string>): Promise<void> {
  await sql`delete from echo_token where tenant = ${tx.tenant} and entry_id = ${entryId}`.execute(tx.db)
  const list = JSON.stringify([...tokens])
  await sql`
    insert into echo_token (tenant, token, entry_id)
    select ${tx.tenant}, t, ${entryId} from jsonb_array_elements_text(${list}::jsonb) as t`.execute(tx.db)
}

export type NewPicture = {
  readonly id: string
  readonly caseId: string
  readonly side: 'before' | 'after'
  readonly sourceFileId: string
  readonly maskCount: number
  readonly width: number
  readonly height: number
}

export async function addPicture(tx: Tx, picture: NewPicture): Promise<void> {
  const confirmedBy = tx.actor.kind === 'account' ? tx.actor.accountId : null
  await sql`
    insert into echo_picture (tenant, id, case_id, ord, side, source_file_id, mask_count, confirmed_by, width, height, made_at)
    values (${tx.tenant}, ${picture.id}, ${picture.caseId}, 0, ${picture.side}, ${picture.sourceFileId}, ${picture.maskCount}, ${confirmedBy},
      ${picture.width}, ${picture.height}, ${at(tx.now)})`.execute(tx.db)
}

/** These pictures, in this order, are the answer's; others that were are retired, and soon erased. */
export async function setPictures(tx: Tx, entryId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update echo_picture set retired_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and entry_id = ${entryId} and retired_at is null and not (id = any(${uuids(ids)}))`.execute(
    tx.db,
  )
  const ordered = JSON.stringify(ids.map((id, ord) => ({ id, ord })))
  await sql`
    update echo_picture p set entry_id = ${entryId}, ord = o.ord
    from jsonb_to_recordset(${ordered}::jsonb) as o(id uuid, ord int) where p.tenant = ${tx.tenant} and p.id = o.id`.execute(
    tx.db,
  )
}

/** Retires copies that nobody published in time, and says which retired ones still have to be erased. */
export async function picturesToErase(tx: Tx, before: number, limit: number): Promise<readonly string[]> {
  await sql`
    update echo_picture set retired_at = ${at(tx.now)}
    where tenant = ${tx.tenant} and entry_id is null and retired_at is null and made_at < ${at(before)}`.execute(
    tx.db,
  )
  const { rows } = await sql<{ id: string }>`
    select id from echo_picture where tenant = ${tx.tenant} and retired_at is not null and erased_at is null order by retired_at limit ${limit}`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

export async function markErased(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update echo_picture set erased_at = ${at(tx.now)} where tenant = ${tx.tenant} and id = any(${uuids(ids)})`.execute(
    tx.db,
  )
}
