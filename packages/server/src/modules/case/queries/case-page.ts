import {
  type CasePage,
  type CaseRow,
  type caseRoutes,
  getKind,
  type Input,
  KINDS,
  parsePublicNumber,
  reachesOf,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { type Permit, where } from '../../../kernel/permit.ts'
import { Refused } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { actionableStates } from '../domain/allowed-moves.ts'
import { caseReach } from './load-case.ts'

export type ListInput = Input<typeof caseRoutes.list>['query']
type Row = {
  id: string
  number: string
  kind: string
  kind_version: number
  state: string
  version: number
  words_id: string
  item_code: string | null
  item_name: string | null
  item_name_en: string | null
  level: number
  community_code: string
  community_name: string
  grid_code: string | null
  owner_unit_id: string | null
  owner_name: string | null
  owner_name_en: string | null
  opened_at: number
  due_at: number | null
  provisional: boolean
  closed_at: number | null
  reopened_count: number
  photos: number
  requester_id: string
}

const EXCERPT_LENGTH = 80
export const DEFAULT_PAGE = 30

/** The matters that an inbox shows. `mine`: my unit owns it and I can act, or my unit is handling it. */
export function boxOf(tx: Tx, box: ListInput['box']): RawBuilder<unknown> {
  const { actor } = tx
  const post = actor.kind === 'account' ? actor.post : null
  if (!post || box === undefined || box === 'all') return sql`true`
  const states = JSON.stringify(
    actionableStates(KINDS, (permission) => reachesOf(permission, asking(actor)).length > 0),
  )
  const assigned = sql`exists (select 1 from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.unit_id = ${post.unitId}::uuid and a.state in ('sent', 'signed'))`
  const inPlace = sql`c.place_code >= ${post.placeCode} and c.place_code < ${`${post.placeCode}:`}`
  if (box === 'unit') return sql`c.open and (c.owner_unit_id = ${post.unitId}::uuid or ${assigned})`
  if (box === 'below')
    return sql`c.open and c.owner_unit_id is distinct from ${post.unitId}::uuid and ${inPlace}`
  return sql`c.open and ${inPlace} and ((c.owner_unit_id = ${post.unitId}::uuid and c.state in (select jsonb_array_elements_text(${states}::jsonb))) or ${assigned})`
}

function filters(tx: Tx, input: ListInput): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [boxOf(tx, input.box)]
  if (input.state) list.push(sql`c.state = ${input.state}`)
  if (input.open !== undefined) list.push(input.open ? sql`c.open` : sql`not c.open`)
  if (input.overdue) list.push(sql`c.open and c.due_at < ${at(tx.now)}`)
  if (input.itemCode) list.push(sql`c.item_code = ${input.itemCode}`)
  if (input.placeCode)
    list.push(sql`c.place_code >= ${input.placeCode} and c.place_code < ${`${input.placeCode}:`}`)
  if (input.number) {
    const parsed = parsePublicNumber(input.number)
    list.push(sql`c.number = ${typeof parsed === 'string' ? input.number.toUpperCase() : parsed.text}`)
  }
  return list
}

/** A page of matters within reach, in the order asked for, with whose words it shows. */
export async function casePage(
  tx: Tx,
  permit: Permit,
  input: ListInput,
): Promise<{ page: CasePage; subjects: string[] }> {
  const limit = input.limit ?? DEFAULT_PAGE
  const order = ORDERS[input.sort ?? 'due']
  const after = input.cursor ? cursorOf(input.cursor) : null
  const conditions = [
    sql`c.tenant = ${tx.tenant}`,
    where(permit, caseReach),
    ...filters(tx, input),
    ...(after ? [order.after(after)] : []),
  ]
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind, c.kind_version, c.state, c.version, d.words_id, c.item_code, i.name as item_name, i.name_en as item_name_en, c.level, c.community_code,
      p.name as community_name, c.grid_code, c.owner_unit_id, u.name as owner_name, u.name_en as owner_name_en, c.opened_at, c.due_at, c.provisional, c.closed_at,
      c.reopened_count, r.id as requester_id,
      (select count(*)::int from file f where f.tenant = c.tenant and f.case_id = c.id and f.erased_at is null) as photos
    from grid_case c
    join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    join case_requester r on r.tenant = c.tenant and r.case_id = c.id
    join place p on p.code = c.community_code
    left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
    left join unit u on u.tenant = c.tenant and u.id = c.owner_unit_id
    where ${sql.join(conditions, sql` and `)}
    order by ${order.by} limit ${limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, limit)
  const texts = await readContent(
    tx,
    shown.map((row) => row.words_id),
  )
  const last = shown.at(-1)
  const next = rows.length > limit && last ? order.cursor(last) : null
  return {
    page: { rows: shown.map((row) => present(row, texts.get(row.words_id) ?? '', tx.now)), next },
    subjects: shown.map((row) => row.requester_id),
  }
}

function present(row: Row, words: string, now: number): CaseRow {
  const tone = getKind(row.kind, row.kind_version).states[row.state]?.tone ?? 'open'
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    tone,
    version: row.version,
    excerpt: [...words].slice(0, EXCERPT_LENGTH).join(''),
    item: row.item_code
      ? { code: row.item_code, name: row.item_name ?? '', nameEn: row.item_name_en ?? '' }
      : null,
    level: row.level,
    communityName: row.community_name,
    communityCode: row.community_code,
    gridCode: row.grid_code,
    owner: row.owner_unit_id
      ? { id: row.owner_unit_id, name: row.owner_name ?? '', nameEn: row.owner_name_en ?? '' }
      : null,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    provisional: row.provisional,
    closedAt: row.closed_at,
    overdue: row.closed_at === null && row.due_at !== null && row.due_at < now,
    reopenedCount: row.reopened_count,
    photoCount: row.photos,
    can: [],
  }
}

type Cursor = { readonly key: number; readonly id: string }
const NEVER = 253_402_300_799_000

const ORDERS = {
  due: {
    by: sql`c.due_at nulls last, c.id`,
    after: ({ key, id }: Cursor) => sql`(coalesce(c.due_at, ${at(NEVER)}), c.id) > (${at(key)}, ${id}::uuid)`,
    cursor: (row: Row) => cursor(row.due_at ?? NEVER, row.id),
  },
  newest: {
    by: sql`c.opened_at desc, c.id desc`,
    after: ({ key, id }: Cursor) => sql`(c.opened_at, c.id) < (${at(key)}, ${id}::uuid)`,
    cursor: (row: Row) => cursor(row.opened_at, row.id),
  },
  oldest: {
    by: sql`c.opened_at, c.id`,
    after: ({ key, id }: Cursor) => sql`(c.opened_at, c.id) > (${at(key)}, ${id}::uuid)`,
    cursor: (row: Row) => cursor(row.opened_at, row.id),
  },
}

const cursor = (key: number, id: string) => Buffer.from(`${key}.${id}`).toString('base64url')

/** @throws Refused for a cursor that we did not make. */
export function cursorOf(text: string): Cursor {
  const [, key, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (!key || !id)
    throw new Refused({
      refusal: 'input.invalid',
      fields: [{ field: 'cursor', zh: '翻页位置无效。', en: 'This is not a page position.' }],
    })
  return { key: Number(key), id }
}
