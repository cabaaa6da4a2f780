import { monthOf, monthSpan } from '@lianxin/contract'
import { sql } from 'kysely'
import { type Holding, heldBy } from '../../../kernel/holding.ts'
import { at } from '../../../kernel/sql-values.ts'

type Row = {
  code: string
  open: number
  registered: number
  closed: number
  on_time: number
  reopened: number
}

/** What the figures know of communities: what is open now, and the sums of the last whole calendar month. */
export const figureHolding: Holding = {
  elements: ['matters.open', 'matters.registered', 'matters.closed', 'matters.onTime', 'matters.reopened'],
  async read(tx, communityCodes) {
    const [thisMonth] = monthSpan(monthOf(tx.now))
    const [from, until] = monthSpan(monthOf(thisMonth - 1))
    const { rows } = await sql<Row>`
      select c.code, o.open, h.registered, h.closed, h.on_time, h.reopened
      from (select jsonb_array_elements_text(${JSON.stringify(communityCodes)}::jsonb) as code) c
      left join lateral (
        select count(*)::int as open from figure_open
        where tenant = ${tx.tenant} and place_code >= c.code collate "C" and place_code < (c.code || ':') collate "C") o on true
      left join lateral (
        select coalesce(sum(registered), 0)::int as registered, coalesce(sum(closed), 0)::int as closed,
          coalesce(sum(closed_on_time), 0)::int as on_time, coalesce(sum(reopened), 0)::int as reopened
        from figure_hour where tenant = ${tx.tenant} and hour_at >= ${at(from)} and hour_at < ${at(until)}
          and place_code >= c.code collate "C" and place_code < (c.code || ':') collate "C") h on true`.execute(
      tx.db,
    )
    return heldBy(
      rows.map(({ code, open, registered, closed, on_time, reopened }) => ({
        code,
        values: {
          'matters.open': open,
          'matters.registered': registered,
          'matters.closed': closed,
          'matters.onTime': on_time,
          'matters.reopened': reopened,
        },
      })),
    )
  },
}
