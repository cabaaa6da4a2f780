import { KINDS } from '@lianxin/contract'
import { sql } from 'kysely'
import { jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Item, ItemDecision, NewItem } from './item.ts'

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
 * Adds items at their versions, in force from now on; a version that exists stays as it is, because open cases started with it.
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
  await addDecisions(
    tx,
    rows.map((item) => ({ ...item, effectiveFrom: tx.now, ended: false })),
  )
}

/** Adds versions. Returns how many: fewer than given when somebody else has just taken a number. */
export async function addDecisions(tx: Tx, decisions: readonly ItemDecision[]): Promise<number> {
  const { actor } = tx
  const post = actor.kind === 'account' ? (actor.post?.id ?? null) : null
  const rows = decisions.map((one) => ({ ...one, effectiveFrom: new Date(one.effectiveFrom).toISOString() }))
  const { rows: added } = await sql`
    insert into item (tenant, code, version, origin, name, name_en, plain, plain_en, major, major_name, major_name_en, keywords, kinds, questions, level, lead_unit, clock_kind, limit_amount, source, effective_from, ended, decided_post)
    select ${tx.tenant}, r.code, r.version, r.origin, r.name, r."nameEn", r.plain, r."plainEn", r.major, r."majorName", r."majorNameEn",
      array(select jsonb_array_elements_text(r.keywords)), array(select jsonb_array_elements_text(r.kinds)), r.questions, r.level, r."leadUnit", r."clockKind", r."limit", r.source,
      r."effectiveFrom", r.ended, ${post}::uuid
    from jsonb_to_recordset(${jsonRows(rows)}) as r(code text, version int, origin text, name text, "nameEn" text, plain text, "plainEn" text, major text, "majorName" text, "majorNameEn" text,
      keywords jsonb, kinds jsonb, questions jsonb, level int, "leadUnit" text, "clockKind" text, "limit" int, source text, "effectiveFrom" timestamptz, ended boolean)
    on conflict do nothing returning code`.execute(tx.db)
  return added.length
}
