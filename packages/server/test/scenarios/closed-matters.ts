import { sql } from 'kysely'
import { putContent } from '../../src/kernel/content.ts'
import { derivedId } from '../../src/kernel/derived-id.ts'
import { jsonRows } from '../../src/kernel/sql-values.ts'
import type { Tx } from '../../src/kernel/tx.ts'

/** What people said of three items. Four of them name somebody, again and again. */
const SAID = {
  cold: ['暖气一直不热，屋里冷', '屋里冰凉，暖气温的', '暖气片没温度，找欧阳师傅'],
  lamp: ['小路的灯不亮，晚上看不见', '路灯坏了三盏', '晚上太黑，灯不亮，电话13800001234'],
  stairs: ['楼道堆着杂物，味道大', '杂物挡着楼道', '楼道味道很大，堆满了'],
} as const
const NAMED = 2
const FEW_PEOPLE = 4
const PEOPLE = 40

/** Closed matters enough to learn from, beside one that there is: its place and times are theirs. */
export async function closeMany(tx: Tx, likeCaseId: string, count = 420): Promise<void> {
  const items = Object.entries(SAID)
  const matters = Array.from({ length: count }, (_, serial) => {
    const [itemCode = '', said = []] = items[serial % items.length] ?? []
    const way = Math.floor(serial / items.length) % said.length
    const person = itemCode === 'cold' && way === NAMED ? serial % FEW_PEOPLE : serial % PEOPLE
    const id = derivedId('learn', String(serial))
    return {
      ...{ id, itemCode, words: said[way] ?? '', number: `LEARN${serial}` },
      ...{ wordsId: derivedId('words', String(serial)), requesterId: derivedId('requester', String(serial)) },
      person: person.toString(16).padStart(32, '0'),
    }
  })
  const rows = jsonRows(matters.map(({ words: _, ...row }) => row))
  const asRows = sql`jsonb_to_recordset(${rows}) as r(id uuid, "itemCode" text, number text, "wordsId" uuid, "requesterId" uuid, person text)`
  await sql`
    insert into grid_case (tenant, id, kind, kind_version, number, version, state, open, place_code, community_code, grid_code, item_code, item_version, level,
      owner_unit_id, unit_ids, due_at, provisional, opened_at, closed_at, reopened_count)
    select c.tenant, r.id, c.kind, c.kind_version, r.number, 1, 'closed', false, c.place_code, c.community_code, c.grid_code, r."itemCode", 1, c.level,
      null, '{}', null, false, c.opened_at, c.opened_at, 0
    from grid_case c, ${asRows} where c.tenant = ${tx.tenant} and c.id = ${likeCaseId}`.execute(tx.db)
  await sql`
    insert into case_detail (tenant, case_id, words_id, echo_wall, language)
    select ${tx.tenant}, r.id, r."wordsId", false, 'zh-CN' from ${asRows}`.execute(tx.db)
  await sql`
    insert into case_requester (tenant, case_id, id, phone_index, wants_call)
    select ${tx.tenant}, r.id, r."requesterId", decode(r.person, 'hex'), false from ${asRows}`.execute(tx.db)
  await putContent(
    tx,
    matters.map(({ id, wordsId, words }) => ({ id: wordsId, streamId: id, field: 'words', text: words })),
  )
}
