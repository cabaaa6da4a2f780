import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Item } from './item.ts'

/** Adds items at their versions; a version that exists stays as it is, because open cases started with it. */
export async function addItems(tx: Tx, items: readonly Item[]): Promise<void> {
  await sql`
    insert into item (tenant, code, version, name, name_en, major, major_name, major_name_en, keywords, level, lead_unit, clock_kind, limit_amount, source, valid_from)
    select ${tx.tenant}, r.code, r.version, r.name, r."nameEn", r.major, r."majorName", r."majorNameEn",
      array(select jsonb_array_elements_text(r.keywords)), r.level, r."leadUnit", r."clockKind", r."limit", r.source, ${at(tx.now)}
    from jsonb_to_recordset(${jsonRows(items)}) as r(code text, version int, name text, "nameEn" text, major text, "majorName" text, "majorNameEn" text,
      keywords jsonb, level int, "leadUnit" text, "clockKind" text, "limit" int, source text)
    on conflict do nothing`.execute(tx.db)
}
