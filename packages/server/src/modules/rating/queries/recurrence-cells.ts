import { monthOf, monthSpan, type RecurrenceCell } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, jsonRows } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Of a whole year every season is seen once. */
export const MONTHS_BEFORE = 12
const COMMUNITY_DIGITS = 12
const GRID_DIGITS = 15

/** A month and those before it that it is held against, newest first. */
export function monthsUpTo(month: string): readonly string[] {
  const months = [month]
  while (months.length <= MONTHS_BEFORE) months.push(monthOf(monthSpan(months.at(-1) ?? month)[0] - 1))
  return months
}

/** From the first moment of the oldest to the end of the newest. */
export const spanOf = (months: readonly string[]): Span => [
  monthSpan(months.at(-1) ?? '')[0],
  monthSpan(months[0] ?? '')[1],
]

export const lastWholeMonth = (now: number) => monthOf(monthSpan(monthOf(now))[0] - 1)

/**
 * How often each item was raised in each community, and in each grid where the matter names one, by month. What was joined with
 * another or left out of the rates is not counted again.
 */
export async function recurrenceCells(tx: Tx, month: string): Promise<readonly RecurrenceCell[]> {
  const months = monthsUpTo(month)
  const [from, until] = spanOf(months)
  const { rows } = await sql<{ item: string; place: string; month: string; count: number }>`
    select r.item_code as item, p.code as place,
      to_char(r.started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
    from rating_round r cross join lateral (select distinct left(r.place_code, digits) as code from unnest(array[${COMMUNITY_DIGITS}::int, ${GRID_DIGITS}::int]) as digits) p
    where r.tenant = ${tx.tenant} and r.round = 0 and r.started_at >= ${at(from)} and r.started_at < ${at(until)}
      and r.item_code is not null and not r.excluded and r.ending is distinct from 'merged'
    group by 1, 2, 3`.execute(tx.db)
  return [...Map.groupBy(rows, ({ item, place }) => `${item} ${place}`).values()].flatMap((group) => {
    const [first] = group
    const [now = 0, ...before] = months.map((one) => group.find((row) => row.month === one)?.count ?? 0)
    if (!first) return []
    const { item, place } = first
    const within = place.length === GRID_DIGITS ? place.slice(0, COMMUNITY_DIGITS) : null
    return [{ item, place, within, now, before }]
  })
}

export type Span = readonly [from: number, until: number]
export type SpanCounts = { readonly here: number; readonly everywhere: number }

/** How often an item came up in each of some spans of time, in one community or grid and in the whole district. */
export async function countsOf<Name extends string>(
  tx: Tx,
  itemCode: string,
  placeCode: string,
  spans: { readonly [name in Name]: Span },
): Promise<Readonly<Record<Name, SpanCounts>>> {
  const asked = Object.entries<Span>(spans).map(([name, [from, until]]) => ({ name, from, until }))
  const { rows } = await sql<SpanCounts & { name: Name }>`
    select s.name, count(*) filter (where left(r.place_code, ${placeCode.length}::int) = ${placeCode})::int as here, count(r.case_id)::int as everywhere
    from jsonb_to_recordset(${jsonRows(asked)}) as s(name text, "from" bigint, "until" bigint)
    left join rating_round r on r.tenant = ${tx.tenant} and r.round = 0 and r.item_code = ${itemCode} and not r.excluded
      and r.ending is distinct from 'merged' and r.started_at >= to_timestamp(s."from" / 1000.0) and r.started_at < to_timestamp(s."until" / 1000.0)
    group by s.name`.execute(tx.db)
  return Object.fromEntries(rows.map(({ name, ...counts }) => [name, counts])) as Record<Name, SpanCounts>
}

/** Since when anything is counted; null: nothing is. */
export async function countedSince(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ since: number | null }>`
    select min(started_at) as since from rating_round where tenant = ${tx.tenant}`.execute(tx.db)
  return rows[0]?.since ?? null
}
