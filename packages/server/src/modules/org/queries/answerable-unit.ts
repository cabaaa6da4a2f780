import type { Role } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/**
 * The unit itself where somebody holds one of its posts with one of these roles, else the first above it where somebody
 * does, else the command centre: something always answers. Undefined only where a district has no unit at all.
 */
export async function answerableUnit(
  tx: Tx,
  unitId: string,
  roles: readonly Role[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select u.id, u.parent_id, 0 as height from unit u where u.tenant = ${tx.tenant} and u.id = ${unitId}
      union all
      select u.id, u.parent_id, up.height + 1 from up join unit u on u.tenant = ${tx.tenant} and u.id = up.parent_id where up.height < 10
    ), wanted as (
      select id, height from up
      union all select id, 100 from unit where tenant = ${tx.tenant} and kind = 'commandCentre'
    )
    select w.id from wanted w join unit u on u.tenant = ${tx.tenant} and u.id = w.id
    where (u.valid_to is null or u.valid_to > ${at(tx.now)}::date)
    order by not exists (
      select 1 from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
      where p.tenant = ${tx.tenant} and p.unit_id = w.id and p.role in (select jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb))
        and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})), w.height
    limit 1`.execute(tx.db)
  return rows[0]?.id
}
