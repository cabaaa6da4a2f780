import { sql } from 'kysely'
import type { Tx } from '../../src/kernel/tx.ts'

/** A word that one answer in a hundred holds, one that all hold, and one that nobody wrote. */
export const RARE = '路灯'
export const USUAL = '小区'
export const NEVER = '恐龙'

const entryId = sql.raw(`('0000000b' || substr(c.id::text, 9))::uuid`)
const serial = sql.raw(`substr(c.number, 7)::int`)

/** On top of the crowd: every fourth closed matter is on the wall and found by its words, some are followed. */
export async function addEchoCrowd(tx: Tx): Promise<void> {
  for (const statement of [
    sql`insert into echo_entry (tenant, id, case_id, version, state, raised_id, answer_id, community_code, item_code, item_version, raised_at, answered_at,
        solved, published_at)
      select c.tenant, ${entryId}, c.id, 1, 'published', gen_random_uuid(), gen_random_uuid(), c.community_code, c.item_code, c.item_version, c.opened_at,
        c.closed_at, true, c.closed_at + interval '1 day'
      from grid_case c where c.tenant = ${tx.tenant} and c.number like 'CROWD-%' and not c.open and ${serial} % 4 = 0`,
    sql`insert into echo_token (tenant, token, entry_id)
      select e.tenant, t, e.id from echo_entry e join grid_case c on c.tenant = e.tenant and c.id = e.case_id,
        unnest(array(select 'word' || (${serial} * 7 + n * n) % 2000 from generate_series(1, 15) as n)
          || case when ${serial} % 400 = 0 then array[${USUAL}, ${RARE}] else array[${USUAL}] end) as t
      where e.tenant = ${tx.tenant} on conflict do nothing`,
    sql`insert into echo_me_too (tenant, id, case_id, code_index, language, otp_tries, asked_at, confirmed_at)
      select c.tenant, gen_random_uuid(), c.id, decode(md5(c.number || n), 'hex'), 'zh-CN', 0, c.opened_at, c.opened_at
      from grid_case c, generate_series(1, 4) as n where c.tenant = ${tx.tenant} and c.number like 'CROWD-%' and ${serial} % 10 = 0`,
  ])
    await statement.execute(tx.db)
}
