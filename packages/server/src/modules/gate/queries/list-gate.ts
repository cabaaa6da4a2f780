import { type GateRow, gateRoutes, type RecipientState } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { cursorAfter, positionOf } from '../../../kernel/page-cursor.ts'
import { type Permit, where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { gateHeads } from './gate-heads.ts'
import { gateReach } from './load-gate.ts'
import { toFill } from './occasions-to-fill.ts'

const PAGE = 40

type Box = 'todo' | 'open' | 'closed'

/** What was not decided in time, for everybody who sees the request. */
const OVERDUE = sql`g.state = 'submitted' and g.overdue_at is not null`
type Boxes = Readonly<Record<Box, RawBuilder<unknown>>>

/** What waits for whoever decides. Those who only look on see the same. */
const DECIDES: Boxes = {
  todo: sql`g.state = 'submitted'`,
  open: sql`g.state in ('asking', 'inForce')`,
  closed: sql`g.state in ('returned', 'refused', 'withdrawn', 'ended')`,
}
const ASKS: Boxes = {
  todo: sql`g.state in ('draft', 'returned')`,
  open: sql`g.state in ('submitted', 'asking', 'inForce')`,
  closed: sql`g.state in ('refused', 'withdrawn', 'ended')`,
}
const answers = (unitId: string): Boxes => {
  const mine = (states: RawBuilder<unknown>) =>
    sql`exists (select 1 from gate_recipient r where r.tenant = g.tenant and r.request_id = g.id and r.unit_id = ${unitId}::uuid and r.state in (${states}))`
  const live = sql`g.state in ('asking', 'inForce')`
  const bound = mine(sql`'accepted', 'overruled'`)
  return {
    todo: sql`${live} and (${mine(sql`'waiting'`)} or (g.kind = 'form' and ${bound}))`,
    open: sql`${live} and ${bound}`,
    closed: sql`(${mine(sql`'refused', 'lapsed', 'released'`)} or (not (${live}) and ${bound}))`,
  }
}

const DEPARTMENT: readonly string[] = ['handler', 'departmentLead']
const COMMUNITY: readonly string[] = ['communityWorker', 'communitySecretary']

function boxesOf({ actor }: Permit): Boxes {
  const post = actor.kind === 'account' ? actor.post : null
  if (post && DEPARTMENT.includes(post.role)) return ASKS
  return post && COMMUNITY.includes(post.role) ? answers(post.unitId) : DECIDES
}

/** What somebody has to do at the gate, what holds, and what is over. */
export const listGate = query<typeof gateRoutes.list>({
  route: gateRoutes.list,
  permit: 'gate.view',
  async view(tx, permit, { query: { box, cursor } }) {
    const after = cursor ? positionOf(cursor) : undefined
    const older = after ? sql`(g.created_at, g.id) < (${at(after.at)}, ${after.id}::uuid)` : sql`true`
    const found = await gateHeads(
      tx,
      sql`${where(permit, gateReach)} and ${box === 'overdue' ? OVERDUE : boxesOf(permit)[box]} and ${older}`,
      PAGE + 1,
    )
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    const next = last && found.length > PAGE ? cursorAfter({ at: last.createdAt, id: last.id }) : null
    const rows = await withMine(tx, permit, page)
    const isToDo = (row: GateRow) => row.mine === null || row.mine === 'waiting' || row.toFillAt !== null
    return { answer: { rows: box === 'todo' ? rows.filter(isToDo) : rows, next }, subjects: [] }
  },
})

/** Adds where the reader's own community stands, and what it has still to fill in. */
async function withMine(
  tx: Tx,
  { actor }: Permit,
  page: Awaited<ReturnType<typeof gateHeads>>,
): Promise<GateRow[]> {
  const post = actor.kind === 'account' ? actor.post : null
  if (!post || !COMMUNITY.includes(post.role))
    return page.map((row) => ({ ...row, mine: null, toFillAt: null }))
  const { rows } = await sql<{ id: string; state: RecipientState }>`
    select request_id as id, state from gate_recipient where tenant = ${tx.tenant} and unit_id = ${post.unitId}`.execute(
    tx.db,
  )
  const mineOf = new Map(rows.map(({ id, state }) => [id, state]))
  const whole: GateRow[] = []
  for (const row of page) {
    const mine = mineOf.get(row.id) ?? null
    whole.push({ ...row, mine, toFillAt: await toFill(tx, post.unitId, row, mine) })
  }
  return whole
}
