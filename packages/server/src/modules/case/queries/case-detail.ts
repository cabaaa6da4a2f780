import { type AnswerView, maskName, maskPhone, type RequesterView, UNREADABLE } from '@lianxin/contract'
import { sql } from 'kysely'
import { openCell, parseContent, readContent } from '../../../kernel/content.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { answerViews } from './answers.ts'

type BuiltName = { readonly name: string; readonly nameEn: string }

export type CaseDetail = {
  readonly words: string
  readonly answers: AnswerView[]
  readonly detail: string | null
  readonly point: { lon: number; lat: number } | null
  readonly label: { lon: number; lat: number } | null
  readonly compound: BuiltName | null
  readonly building: BuiltName | null
  readonly echoWall: boolean
  readonly language: 'zh-CN' | 'en'
}

const SUBDISTRICT_DIGITS = sql.raw('9')

type Named = BuiltName & { readonly code: string }

/** What was told and where it is, as far as it needs no opening: words are ids yet. */
export type Told = {
  readonly words_id: string
  readonly detail_id: string | null
  readonly answers_id: string | null
  readonly point_id: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly compound: BuiltName | null
  readonly building: BuiltName | null
  readonly echo_wall: boolean
  readonly language: 'zh-CN' | 'en'
  readonly community: Named
  readonly subdistrict: Named | null
  readonly item: Named | null
}

export async function toldOf(tx: Tx, caseId: string): Promise<Told> {
  const { rows } = await sql<Told>`
    select d.words_id, d.detail_id, d.answers_id, d.point_id,
      coalesce(b.label_lon, o.label_lon, a.label_lon) as lon, coalesce(b.label_lat, o.label_lat, a.label_lat) as lat, case when o.id is not null then json_build_object('name', o.name, 'nameEn', o.name_en) end as compound,
      case when b.id is not null then json_build_object('name', b.name, 'nameEn', b.name_en) end as building, d.echo_wall, d.language,
      json_build_object('code', p.code, 'name', p.name, 'nameEn', p.name_en) as community,
      case when s.code is not null then json_build_object('code', s.code, 'name', s.name, 'nameEn', s.name_en) end as subdistrict,
      case when i.code is not null then json_build_object('code', i.code, 'name', i.name, 'nameEn', i.name_en) end as item
    from case_detail d
    join grid_case c on c.tenant = d.tenant and c.id = d.case_id
    join place p on p.code = c.community_code
    left join place s on s.code = left(c.community_code, ${SUBDISTRICT_DIGITS})
    left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
    left join place_area a on a.code = coalesce(c.grid_code, c.community_code)
    left join compound o on o.tenant = d.tenant and o.id = d.compound_id
    left join building b on b.tenant = d.tenant and b.id = d.building_id
    where d.tenant = ${tx.tenant} and d.case_id = ${caseId}`.execute(tx.db)
  return must(rows[0], { refusal: 'not-found' })
}

/** Content rows that {@link opened} needs. */
export const textIdsOf = (told: Told): readonly string[] =>
  [told.words_id, told.detail_id, told.answers_id, told.point_id].filter((id) => id !== null)

/** What the requester told, opened. Erased words read as empty. */
export async function opened(tx: Tx, told: Told, texts: ReadonlyMap<string, string>): Promise<CaseDetail> {
  const text = (id: string | null) => (id === null ? null : (texts.get(id) ?? null))
  const point = text(told.point_id)
  return {
    words: text(told.words_id) ?? '',
    answers: await answerViews(tx, text(told.answers_id)),
    detail: text(told.detail_id),
    point: parseContent<CaseDetail['point']>(point, null),
    label: told.lon === null || told.lat === null ? null : { lon: told.lon, lat: told.lat },
    compound: told.compound,
    building: told.building,
    echoWall: told.echo_wall,
    language: told.language,
  }
}

/** Both at once, where nothing else is read. */
export async function detailOf(tx: Tx, caseId: string): Promise<CaseDetail> {
  const told = await toldOf(tx, caseId)
  return opened(tx, told, await readContent(tx, textIdsOf(told)))
}

/** Whose matter it is, by ids alone: nothing sealed is opened. None where a post reported it. */
export async function requesterIdsOf(tx: Tx, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from case_requester where tenant = ${tx.tenant} and case_id = ${caseId} order by id`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** The one who raised it, by id alone. Null where a post reported it. */
export const requesterIdOf = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await requesterIdsOf(tx, caseId))[0] ?? null

type RequesterRow = {
  readonly id: string
  readonly name: Uint8Array | null
  readonly phone: Uint8Array | null
  readonly wants_call: boolean
}

/** The rows of those who raised it or whom it is between, sealed. None where a post reported it. */
export async function requesterRowsOf(tx: Tx, caseId: string): Promise<readonly RequesterRow[]> {
  const { rows } = await sql<RequesterRow>`
    select id, name, phone, wants_call from case_requester where tenant = ${tx.tenant} and case_id = ${caseId} order by id`.execute(
    tx.db,
  )
  return rows
}

const unlessUnreadable = (text: string | null, mask: (text: string) => string) =>
  text && text !== UNREADABLE ? mask(text) : text

/** The requester: masked, or in full for a stated purpose. */
export function requesterView(tx: Tx, row: RequesterRow, masked: boolean): RequesterView {
  const open = (column: 'name' | 'phone') => {
    const sealed = row[column]
    return sealed && openCell(tx, sealed, { table: 'case_requester', column, row: row.id })
  }
  const name = open('name')
  const phone = open('phone')
  return {
    id: row.id,
    masked,
    wantsCall: row.wants_call,
    name: masked ? unlessUnreadable(name, maskName) : name,
    phone: masked ? unlessUnreadable(phone, maskPhone) : phone,
  }
}

/** The one who raised it. Null where a post reported it or where it is between several. */
export async function requesterOf(tx: Tx, caseId: string, masked: boolean): Promise<RequesterView | null> {
  const [only, ...others] = await requesterRowsOf(tx, caseId)
  return only && others.length === 0 ? requesterView(tx, only, masked) : null
}
