import { BINDING, type GateRow } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { GateFacts } from '../domain/gate-facts.ts'
import { demandWords } from './demand-words.ts'
import { gateColumns } from './load-gate.ts'

export type GateHead = Omit<GateRow, 'mine' | 'toFillAt'> & {
  readonly demandId: string
  readonly dutyListId: string | null
}

type Row = GateFacts & {
  readonly createdAt: number
  readonly submittedAt: number | null
  readonly counts: GateRow['counts']
  readonly grids: number
}

const bound = sql.join(BINDING.map((state) => sql`${state}`))

/** Requests as lists and pages show them, newest first: the words that name them, and how the answers stand. */
export async function gateHeads(
  tx: Tx,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly GateHead[]> {
  const { rows } = await sql<Row>`
    select ${gateColumns}, g.created_at as "createdAt", g.submitted_at as "submittedAt", n.counts, n.grids
    from gate_request g
    left join lateral (
      select jsonb_build_object('all', count(*), 'waiting', count(*) filter (where r.state = 'waiting'), 'bound', count(*) filter (where r.state in (${bound})),
          'refused', count(*) filter (where r.state = 'refused'), 'lapsed', count(*) filter (where r.state = 'lapsed')) as counts,
        coalesce(sum((select count(*) from place p where p.parent_code = r.community_code and p.level = 'grid' and p.valid_to is null)), 0)::int as grids
      from gate_recipient r where r.tenant = g.tenant and r.request_id = g.id) n on true
    where g.tenant = ${tx.tenant} and ${condition}
    order by g.created_at desc, g.id desc limit ${atMost(limit)}`.execute(tx.db)
  const names = await unitNames(
    tx,
    rows.map((row) => row.unitId),
  )
  const wordsOf = await demandWords(
    tx,
    rows.map((row) => row.demandId),
  )
  return rows.map(({ unitId, reasonId: _, ...row }) => ({
    ...row,
    unit: names.get(unitId) ?? { id: unitId, name: '—', nameEn: '—' },
    title: wordsOf(row.demandId).title,
  }))
}
