import { getKind, type LinkView, stateNameFor } from '@lianxin/contract'
import { sql } from 'kysely'
import { type Permit, where } from '../../../kernel/permit.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { caseReach } from './load-case.ts'
import { saidOf } from './said-where-joined.ts'

const MOST = 50

type Row = {
  link: LinkView['link']
  back: boolean
  id: string
  number: string
  kind: string
  kind_version: number
  state: string
  open: boolean
}

/**
 * Matters that hang together with this one, as far as they are within reach; no words of anybody. Beside a joined one stands what its
 * requester said last of the answer here, whatever they have said of another since.
 */
export async function linksOf(tx: Tx, permit: Permit, caseId: string): Promise<readonly LinkView[]> {
  const { rows } = await sql<Row>`
    with linked as (
      select l.kind as link, false as back, l.other_id as id from case_link l where l.tenant = ${tx.tenant} and l.case_id = ${caseId}
      union all
      select l.kind, true, l.case_id from case_link l where l.tenant = ${tx.tenant} and l.other_id = ${caseId}
    )
    select linked.link, linked.back, c.id, c.number, c.kind, c.kind_version, c.state, c.open
    from linked join grid_case c on c.tenant = ${tx.tenant} and c.id = linked.id
    where ${where(permit, caseReach)} order by c.opened_at desc limit ${atMost(MOST)}`.execute(tx.db)
  const isJoined = ({ back, link }: Pick<Row, 'back' | 'link'>) => back && link === 'mergedInto'
  const said = await saidOf(
    tx,
    caseId,
    rows.filter(isJoined).map(({ id }) => id),
  )
  return rows.map(({ kind_version, ...row }) => {
    const { solved = null, satisfaction = null } = (isJoined(row) && said.get(row.id)) || {}
    const verdict = solved === null ? null : { solved, satisfaction }
    return { ...row, verdict, stateName: stateNameFor(getKind(row.kind, kind_version), row.state, 'staff') }
  })
}
