import { monthOf, monthSpan } from '@lianxin/contract'
import { sql } from 'kysely'
import { type Holding, heldBy } from '../../../kernel/holding.ts'
import { recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { communityCounts } from '../../rating/index.ts'
import { figureCounts } from '../subscribers.ts'

/**
 * What the figures know of communities: what is open now, and the counts of the last whole calendar month as evaluation
 * publishes them. What is being counted anew is not known.
 */
export const figureHolding: Holding = {
  elements: ['matters.open', 'matters.registered', 'matters.closed', 'matters.onTime', 'matters.reopened'],
  async read(tx, communityCodes) {
    const lastMonth = monthOf(monthSpan(monthOf(tx.now))[0] - 1)
    const countsOf = await communityCounts(tx, monthSpan(lastMonth))
    const open = (await recounting(tx, figureCounts)) ? null : await openIn(tx, communityCodes)
    return heldBy(
      communityCodes.map((code) => {
        const counts = countsOf?.(code)
        return {
          code,
          values: {
            'matters.open': open && (open.get(code) ?? 0),
            'matters.registered': counts?.registered,
            'matters.closed': counts?.closed,
            'matters.onTime': counts?.closedOnTime,
            'matters.reopened': counts?.reopened,
          },
        }
      }),
    )
  },
}

async function openIn(tx: Tx, communityCodes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; open: number }>`
    select c.code, o.open
    from (select jsonb_array_elements_text(${JSON.stringify(communityCodes)}::jsonb) as code) c
    left join lateral (
      select count(*)::int as open from figure_open
      where tenant = ${tx.tenant} and place_code >= c.code collate "C" and place_code < (c.code || ':') collate "C") o on true`.execute(
    tx.db,
  )
  return new Map(rows.map(({ code, open }) => [code, open]))
}
