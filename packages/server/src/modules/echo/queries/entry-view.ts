import type { EchoEntry, EchoPicture } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { verdictOf } from '../domain/outcome.ts'
import { meToo } from './load-entry.ts'

type Row = {
  id: string
  raised_id: string
  answer_id: string
  item_code: string | null
  item_name: string | null
  item_name_en: string | null
  community_code: string
  community: string
  community_en: string
  compound: string | null
  compound_en: string | null
  unit: string | null
  unit_en: string | null
  raised_at: number
  answered_at: number
  published_at: number
  corrected_at: number | null
  solved: boolean | null
  kind: string
  satisfaction: number | null
  pictures: EchoPicture[] | null
  me_too: number
}

/**
 * Published answers as everybody may see them, newest first. An answer whose matter was opened again is not shown even
 * before it has been taken down.
 */
export async function shownEntries(
  tx: Tx,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly EchoEntry[]> {
  const { rows } = await sql<Row>`
    select e.id, e.raised_id, e.answer_id, e.item_code, i.name as item_name, i.name_en as item_name_en, e.community_code, p.name as community, p.name_en as community_en,
      o.name as compound, o.name_en as compound_en, u.name as unit, u.name_en as unit_en, e.raised_at, e.answered_at, e.published_at, e.corrected_at, e.solved, e.satisfaction, c.kind,
      (select json_agg(json_build_object('id', x.id, 'side', x.side, 'width', x.width, 'height', x.height) order by x.ord)
        from echo_picture x where x.tenant = e.tenant and x.entry_id = e.id and x.retired_at is null) as pictures,
      ${meToo(tx, sql`e.case_id`)} as me_too
    from echo_entry e
    join grid_case c on c.tenant = e.tenant and c.id = e.case_id and not c.open
    join place p on p.code = e.community_code
    left join compound o on o.tenant = e.tenant and o.id = e.compound_id
    left join item i on i.tenant = e.tenant and i.code = e.item_code and i.version = e.item_version
    left join unit u on u.tenant = e.tenant and u.id = e.unit_id
    where e.tenant = ${tx.tenant} and e.state = 'published' and ${condition}
    order by e.published_at desc, e.id desc limit ${limit}`.execute(tx.db)
  const texts = await readContent(
    tx,
    rows.flatMap((row) => [row.raised_id, row.answer_id]),
  )
  return rows.map((row) => present(row, texts))
}

const present = (row: Row, texts: ReadonlyMap<string, string>): EchoEntry => ({
  id: row.id,
  raised: texts.get(row.raised_id) ?? '',
  answer: texts.get(row.answer_id) ?? '',
  item: row.item_code
    ? { code: row.item_code, name: row.item_name ?? '', nameEn: row.item_name_en ?? '' }
    : null,
  communityCode: row.community_code,
  communityName: row.community,
  communityNameEn: row.community_en,
  compoundName: row.compound,
  compoundNameEn: row.compound_en,
  unit: row.unit ? { name: row.unit, nameEn: row.unit_en ?? '' } : null,
  raisedAt: row.raised_at,
  answeredAt: row.answered_at,
  publishedAt: row.published_at,
  correctedAt: row.corrected_at,
  verdict: verdictOf(row),
  satisfaction: row.satisfaction,
  pictures: row.pictures ?? [],
  meToo: row.me_too,
})
