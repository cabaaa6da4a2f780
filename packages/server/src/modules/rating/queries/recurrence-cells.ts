import { monthOf, monthSpan, type RecurrenceCell } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Of a whole year every season is seen once. */
export const MONTHS_BEFORE = 12

export const lastWholeMonth = (now: number) => monthOf(monthSpan(monthOf(now))[0] - 1)

/** How often each item was raised in each community, by month. What was joined with another or left out of the rates is not counted again. */
export async function recurrenceCells(tx: Tx, month: string): Promise<readonly RecurrenceCell[]> {
  const months = [month]
  while (months.length <= MONTHS_BEFORE) months.push(monthOf(monthSpan(months.at(-1) ?? month)[0] - 1))
  const [from] = monthSpan(months.at(-1) ?? month)
  const [, until] = monthSpan(month)
  const { rows } = await sql<{ item: string; place: string; month: string; count: number }>`
    select r.item_code as item, left(r.place_code, 12) as place,
      to_char(r.started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
    from rating_round r
    where r.tenant = ${tx.tenant} and r.round = 0 and r.started_at >= ${at(from)} and r.started_at < ${at(until)}
      and r.item_code is not null and not r.excluded and r.ending is distinct from 'merged'
    group by 1, 2, 3`.execute(tx.db)
  return [...Map.groupBy(rows, ({ item, place }) => `${item} ${place}`).values()].flatMap((group) => {
    const [first] = group
    const [now = 0, ...before] = months.map((one) => group.find((row) => row.month === one)?.count ?? 0)
    return first ? [{ item: first.item, place: first.place, now, before }] : []
  })
}

/** How often an item came up in a span of time, in one community and in the whole district. */
export async function countsOf(
  tx: Tx,
  itemCode: string,
  communityCode: string,
  [from, until]: readonly [number, number],
): Promise<{ readonly here: number; readonly everywhere: number }> {
  const { rows } = await sql<{ here: number; everywhere: number }>`
    select count(*) filter (where left(r.place_code, 12) = ${communityCode})::int as here, count(*)::int as everywhere
    from rating_round r
    where r.tenant = ${tx.tenant} and r.round = 0 and r.started_at >= ${at(from)} and r.started_at < ${at(until)}
      and r.item_code = ${itemCode} and not r.excluded and r.ending is distinct from 'merged'`.execute(tx.db)
  return rows[0] ?? { here: 0, everywhere: 0 }
}
