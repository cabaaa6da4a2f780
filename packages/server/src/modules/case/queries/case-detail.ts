import { type AnswerView, maskName, maskPhone, type RequesterView } from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { answerViews } from './answers.ts'

export type CaseDetail = {
  readonly words: string
  readonly answers: AnswerView[]
  readonly detail: string | null
  readonly point: { lon: number; lat: number } | null
  readonly label: { lon: number; lat: number } | null
  readonly compoundName: string | null
  readonly buildingName: string | null
  readonly echoWall: boolean
  readonly language: 'zh-CN' | 'en'
}

/** What the requester told, opened. Erased words read as empty. */
export async function detailOf(tx: Tx, caseId: string): Promise<CaseDetail> {
  const { rows } = await sql<{
    words_id: string
    detail_id: string | null
    answers_id: string | null
    point_id: string | null
    lon: number | null
    lat: number | null
    compound: string | null
    building: string | null
    echo_wall: boolean
    language: 'zh-CN' | 'en'
  }>`
    select d.words_id, d.detail_id, d.answers_id, d.point_id,
      coalesce(b.label_lon, o.label_lon, a.label_lon) as lon, coalesce(b.label_lat, o.label_lat, a.label_lat) as lat, o.name as compound, b.name as building, d.echo_wall, d.language
    from case_detail d
    join grid_case c on c.tenant = d.tenant and c.id = d.case_id
    left join place_area a on a.code = coalesce(c.grid_code, c.community_code)
    left join compound o on o.tenant = d.tenant and o.id = d.compound_id
    left join building b on b.tenant = d.tenant and b.id = d.building_id
    where d.tenant = ${tx.tenant} and d.case_id = ${caseId}`.execute(tx.db)
  const row = must(rows[0], { refusal: 'not-found' })
  const texts = await readContent(
    tx,
    [row.words_id, row.detail_id, row.answers_id, row.point_id].filter((id) => id !== null),
  )
  const point = row.point_id ? texts.get(row.point_id) : undefined
  return {
    words: texts.get(row.words_id) ?? '',
    answers: await answerViews(tx, row.answers_id ? (texts.get(row.answers_id) ?? null) : null),
    detail: row.detail_id ? (texts.get(row.detail_id) ?? null) : null,
    point: point ? (JSON.parse(point) as { lon: number; lat: number }) : null,
    label: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    compoundName: row.compound,
    buildingName: row.building,
    echoWall: row.echo_wall,
    language: row.language,
  }
}

/** Whose matter it is, by id alone: nothing sealed is opened. Null where a post reported it. */
export async function requesterIdOf(tx: Tx, caseId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from case_requester where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(tx.db)
  return rows[0]?.id ?? null
}

/** The requester: masked, or in full for a stated purpose. Null where a post reported it. */
export async function requesterOf(tx: Tx, caseId: string, masked: boolean): Promise<RequesterView | null> {
  const { rows } = await sql<{
    id: string
    name: Uint8Array | null
    phone: Uint8Array | null
    wants_call: boolean
  }>`
    select id, name, phone, wants_call from case_requester where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) return null
  const open = (column: 'name' | 'phone') => {
    const sealed = row[column]
    return sealed === null
      ? null
      : new TextDecoder().decode(
          tx.keys.columns.open(sealed, { table: 'case_requester', column, row: row.id }),
        )
  }
  const name = open('name')
  const phone = open('phone')
  return {
    id: row.id,
    masked,
    wantsCall: row.wants_call,
    name: masked && name ? maskName(name) : name,
    phone: masked && phone ? maskPhone(phone) : phone,
  }
}
