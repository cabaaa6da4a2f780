import { KINDS } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Item, NewItem } from './item.ts'

/** An item is the province's, is called by its name, may be of any kind and asks nothing, unless it says otherwise. */
const whole = (item: NewItem): Item => ({
  origin: 'province',
  plain: item.name,
  plainEn: item.nameEn,
  kinds: [...new Set(KINDS.map((one) => one.kind))],
  questions: [],
  ...item,
})

/**
 * Adds items at their versions; a version that exists stays as it is, because open cases started with it.
 * @throws when a district's item bears a code of the provincial base, or the other way round: the base is extended, never edited.
 */
export async function addItems(tx: Tx, items: readonly NewItem[]): Promise<void> {
  const rows = items.map(whole)
  const { rows: edited } = await sql<{ code: string }>`
    select i.code from item i join jsonb_to_recordset(${jsonRows(rows)}) as r(code text, origin text) on r.code = i.code and r.origin <> i.origin
    where i.tenant = ${tx.tenant}`.execute(tx.db)
  if (edited.length > 0)
    throw new Error(
      `items of the provincial base are extended, never edited: ${edited.map(({ code }) => code).join(', ')}`,
    )
  await sql`
    insert into item (tenant, code, version, origin, name, name_en, plain, plain_en, major, major_name, major_name_en, keywords, kinds, questions, level, lead_unit, clock_kind, limit_amount, source, valid_from)
    select ${tx.tenant}, r.code, r.version, r.origin, r.name, r."nameEn", r.plain, r."plainEn", r.major, r."majorName", r."majorNameEn",
      array(select jsonb_array_elements_text(r.keywords)), array(select jsonb_array_elements_text(r.kinds)), r.questions, r.level, r."leadUnit", r."clockKind", r."limit", r.source, ${at(tx.now)}
    from jsonb_to_recordset(${jsonRows(rows)}) as r(code text, version int, origin text, name text, "nameEn" text, plain text, "plainEn" text, major text, "majorName" text, "majorNameEn" text,
      keywords jsonb, kinds jsonb, questions jsonb, level int, "leadUnit" text, "clockKind" text, "limit" int, source text)
    on conflict do nothing`.execute(tx.db)
}
