import { sql } from 'kysely'
import { parseContent, readWhole } from '../../../kernel/content.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { ClosedMatter, MatterCursor, PastMatter, PastMatters } from '../../routing/index.ts'
import type { SaidAnswers } from './answers.ts'
import { loadCalendar } from './load-calendar.ts'

/** What somebody raised or found and a dispatcher gives to units. A mediation, say, is nobody's but its parties' and is not looked at. */
const isRouted = sql`c.kind in ('request', 'finding') and c.item_code is not null`

type OpenedRow = Omit<PastMatter, 'answers' | 'units'> & {
  readonly answersId: string | null
  readonly units: PastMatter['units'] | null
}

/** Matters as routing rules can look at them. What was answered is opened; words are not. */
async function openedMatters(
  tx: Tx,
  { from, to }: { readonly from: number; readonly to: number },
  after: MatterCursor | null,
  limit: number,
): Promise<readonly PastMatter[]> {
  const { rows } = await sql<OpenedRow>`
    select c.id, c.number, c.item_code as "itemCode", c.community_code as "communityCode", c.grid_code as "gridCode", c.opened_at as "openedAt",
      (select min(k.started_at) from clock k where k.tenant = c.tenant and k.case_id = c.id and k.assignment_id is not null) as "sentAt",
      d.answers_id as "answersId",
      (select jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'role', a.role) order by a.id) from case_assignment a
        where a.tenant = c.tenant and a.case_id = c.id and a.round = 0 and a.state not in ('returned', 'refused', 'yielded')) as units
    from grid_case c join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    where c.tenant = ${tx.tenant} and c.opened_at >= ${at(from)} and c.opened_at < ${at(to)} and ${isRouted}
      and ${after ? sql`(c.opened_at, c.id) > (${at(after.openedAt)}, ${after.id}::uuid)` : sql`true`}
    order by c.opened_at, c.id limit ${atMost(limit)}`.execute(tx.db)
  const answers = await readWhole(
    tx,
    rows.flatMap(({ answersId }) => answersId ?? []),
  )
  return rows.map(({ answersId, units, ...row }) => {
    const text = answersId ? answers.get(answersId) : undefined
    const said = parseContent<Pick<SaidAnswers, 'answers'>>(text, { answers: [] }).answers
    return {
      ...row,
      units: units ?? [],
      answers: said.flatMap(({ question, choice }) => (choice ? [{ question, choice }] : [])),
    }
  })
}

/**
 * Closed matters with their words. Whoever left a number is known by its blind index, a member of staff by the account; those who
 * left neither count as one person for each grid or community, because one neighbour may have written all of it.
 */
async function closedMatters(
  tx: Tx,
  from: number,
  after: MatterCursor | null,
  limit: number,
): Promise<{ readonly matters: readonly ClosedMatter[]; readonly next: MatterCursor | null }> {
  const { rows } = await sql<{
    id: string
    openedAt: number
    itemCode: string
    kind: string
    wordsId: string
    person: string
  }>`
    select c.id, c.opened_at as "openedAt", c.item_code as "itemCode", c.kind, d.words_id as "wordsId",
      coalesce(encode(r.phone_index, 'hex'), c.reported_by::text, c.place_code) as person
    from grid_case c join case_detail d on d.tenant = c.tenant and d.case_id = c.id
      left join case_requester r on r.tenant = c.tenant and r.case_id = c.id
    where c.tenant = ${tx.tenant} and c.opened_at >= ${at(from)} and not c.open and ${isRouted}
      and ${after ? sql`(c.opened_at, c.id) < (${at(after.openedAt)}, ${after.id}::uuid)` : sql`true`}
    order by c.opened_at desc, c.id desc limit ${atMost(limit)}`.execute(tx.db)
  const words = await readWhole(
    tx,
    rows.map(({ wordsId }) => wordsId),
  )
  const last = rows.at(-1)
  return {
    matters: rows.flatMap(({ id, itemCode, kind, wordsId, person }) => {
      const text = words.get(wordsId)
      return text === undefined ? [] : [{ id, itemCode, kind, words: text, person }]
    }),
    next: last && rows.length === limit ? { openedAt: last.openedAt, id: last.id } : null,
  }
}

/** What the engine tells the rules of who gets what. */
export const pastMatters: PastMatters = {
  calendar: loadCalendar,
  opened: openedMatters,
  closed: closedMatters,
}
