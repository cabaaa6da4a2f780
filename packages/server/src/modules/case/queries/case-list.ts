import {
  CHINA_UTC_OFFSET_MINUTES,
  type caseRoutes,
  DUE_SOON_MS,
  dayAt,
  type Input,
  instantOf,
  KINDS,
  levelOf,
  parsePublicNumber,
  reachesOf,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { asking, perActor } from '../../../kernel/actor.ts'
import { LAST_MOMENT, type PagePosition, positionOf } from '../../../kernel/page-cursor.ts'
import { admits, type Permit, type ReachColumns, waysIn, where } from '../../../kernel/permit.ts'
import { at, atMost, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { actionableStates } from '../domain/allowed-moves.ts'
import { caseReach } from './load-case.ts'

export type ListInput = Input<typeof caseRoutes.list>['query']
type Box = NonNullable<ListInput['box']>
type Condition = RawBuilder<unknown>

/**
 * Reach over open and closed matters together. A community's are read in order by an index of its own. Who reaches places
 * has few that are the unit's beyond them: those are looked up first, or the whole district would be searched for them.
 */
function closedToo(tx: Tx, permit: Permit): ReachColumns {
  const { actor } = tx
  const place = actor.kind === 'account' ? actor.post?.placeCode : undefined
  if (place === undefined || permit.reaches.every((reach) => ['everyone', 'own', 'unit'].includes(reach)))
    return { ...caseReach, within: inCommunity }
  const handled = (unitId: string, where: RawBuilder<unknown>) => sql`
    select a.case_id from case_assignment a where a.tenant = ${tx.tenant} and a.unit_id = ${unitId}::uuid and a.state <> 'returned' and ${where}`
  return {
    ...caseReach,
    within: inCommunity,
    ofUnit: (unitId) => [
      sql`c.owner_unit_id = ${unitId}::uuid`,
      // Beside the place: the years of what was handled in it are not read for a page.
      sql`c.id = any(array(${handled(unitId, sql`a.place_code < ${place}`)} union all ${handled(unitId, sql`a.place_code >= ${`${place}:`}`)}))`,
      sql`c.id = any(array(select f.case_id from case_flag f where f.tenant = ${tx.tenant} and f.owner_unit_id = ${unitId}::uuid))`,
    ],
  }
}

const inCommunity = (code: string): RawBuilder<unknown> =>
  levelOf(code) === 'community'
    ? sql`c.place_community_code = ${code}`
    : withinCode(caseReach.placeCode, code)

/**
 * The states in which somebody can act, as names of a JSON object: PostgreSQL finds one by halving. As rows of a table it
 * compared each matter with the hundred of them one by one, which was a third of an inbox's statement.
 */
const actionableFor = perActor((actor) => {
  const who = asking(actor)
  const states = actionableStates(KINDS, (permission) => reachesOf(permission, who).length > 0)
  return JSON.stringify(Object.fromEntries(states.map((state) => [state, 1])))
})

/**
 * The ways in which a matter can be in a box, each one a condition that an index serves. `mine`: my unit owns it and I can
 * act, my unit is handling it, or my unit is asked to decide something about it.
 */
function waysIntoBox(tx: Tx, permit: Permit, box: Box, openOnly: boolean): readonly Condition[] {
  const { actor } = tx
  const post = actor.kind === 'account' ? actor.post : null
  if (!post || box === 'all') return waysIn(permit, openOnly ? caseReach : closedToo(tx, permit))
  const inPlace = withinCode(caseReach.placeCode, post.placeCode)
  const own = sql`c.owner_unit_id = ${post.unitId}::uuid`
  const handled = sql`c.id = any(array(select a.case_id from case_assignment a where a.tenant = ${tx.tenant} and a.unit_id = ${post.unitId}::uuid and a.state in ('sent', 'signed', 'arrived', 'refused')))`
  const asked = sql`c.id = any(array(select f.case_id from case_flag f where f.tenant = ${tx.tenant} and f.owner_unit_id = ${post.unitId}::uuid))`
  const within = where(permit, caseReach)
  if (box === 'below')
    return [
      sql`c.open and c.owner_unit_id is distinct from ${post.unitId}::uuid and ${inPlace} and ${within}`,
    ]
  // What the own unit has lies within `unit`; to ask again, case by case, would read all that it ever handled.
  const inReach = permit.reaches.includes('unit') ? admits(actor, caseReach.circle) : within
  if (box === 'unit') return [own, handled, asked].map((way) => sql`c.open and ${way} and ${inReach}`)
  const actionable = sql`${actionableFor(actor)}::jsonb ? (c.kind || '/' || c.kind_version || '/' || c.state)`
  return [sql`${own} and ${actionable}`, handled, asked].map(
    (way) => sql`c.open and ${inPlace} and ${way} and ${inReach}`,
  )
}

/** The next local midnight. */
const endOfToday = (now: number): number =>
  instantOf(dayAt(now, CHINA_UTC_OFFSET_MINUTES) + 1, 0, CHINA_UTC_OFFSET_MINUTES)

const DUE_ENDS = { today: endOfToday, soon: (now: number) => now + DUE_SOON_MS } as const

const dueBefore = (now: number, end: number): Condition =>
  sql`c.due_at >= ${at(now)} and c.due_at < ${at(end)}`

/** Not late yet, and due before midnight. */
export const dueToday = (now: number): Condition => dueBefore(now, endOfToday(now))

/** The kinds that the figures count; a kind is counted in all of its versions or in none. */
const COUNTED_KINDS = [...new Set(KINDS.filter(({ counted }) => counted).map(({ kind }) => kind))]

function filters(tx: Tx, input: ListInput): readonly Condition[] {
  const list: Condition[] = [sql`c.tenant = ${tx.tenant}`]
  if (input.kind) list.push(sql`c.kind = ${input.kind}`)
  if (input.counted) list.push(sql`c.kind in (${sql.join(COUNTED_KINDS.map((kind) => sql`${kind}`))})`)
  if (input.state) list.push(sql`c.state = ${input.state}`)
  if (input.open !== undefined) list.push(input.open ? sql`c.open` : sql`not c.open`)
  if (input.overdue) list.push(sql`c.open and c.due_at < ${at(tx.now)}`)
  if (input.due) list.push(sql`c.open and ${dueBefore(tx.now, DUE_ENDS[input.due](tx.now))}`)
  if (input.itemCode) list.push(sql`c.item_code = ${input.itemCode}`)
  if (input.placeCode) list.push(withinCode(caseReach.placeCode, input.placeCode))
  if (input.number) {
    const parsed = parsePublicNumber(input.number)
    list.push(sql`c.number = ${typeof parsed === 'string' ? input.number.toUpperCase() : parsed.text}`)
  }
  return list
}

/** What a page shows of a matter by itself. It is read where the matter is found: to look it up again by its id cost a fifth. */
const SHOWN = sql`c.id, c.number, c.kind, c.kind_version, c.state, c.version, c.item_code, c.item_version, c.level, c.community_code,
  c.grid_code, c.owner_unit_id, c.opened_at, c.due_at, c.provisional, c.closed_at, c.reopened_count`

/** The first matters of a list: the first of each way in, put together and cut once more. The caller orders them. */
export function firstInOrder(tx: Tx, permit: Permit, input: ListInput, limit: number): Condition {
  const order = ORDERS[input.sort ?? 'due']
  const after = input.cursor ? [order.after(positionOf(input.cursor))] : []
  const openOnly = input.open === true || input.overdue === true || input.due !== undefined
  const ways = waysIntoBox(tx, permit, input.box ?? 'all', openOnly).map((way) => {
    const conditions = sql.join([...filters(tx, input), way, ...after], sql` and `)
    return sql`(select ${SHOWN} from grid_case c where ${conditions} order by ${order.by} limit ${atMost(limit)})`
  })
  return sql`select * from (${together(SHOWN, ways)}) c order by ${order.by} limit ${atMost(limit)}`
}

const COUNTED = sql`c.id, c.due_at, c.opened_at`

/** All open matters in a box, to be counted. */
export function openInBox(tx: Tx, permit: Permit, box: Box): Condition {
  const ways = waysIntoBox(tx, permit, box, true).map(
    (way) => sql`select ${COUNTED} from grid_case c where c.tenant = ${tx.tenant} and c.open and ${way}`,
  )
  return together(COUNTED, ways)
}

/** A matter that is found in two ways is found once. */
const together = (columns: Condition, ways: readonly Condition[]): Condition =>
  ways.length > 0 ? sql.join(ways, sql` union `) : sql`select ${columns} from grid_case c where false`

type Ordered = { readonly due_at: number | null; readonly opened_at: number }

/** By what a list is ordered, where its next page begins, and the key of its last row. Closed matters have no deadline and come last. */
export const ORDERS = {
  due: {
    by: sql`c.due_at nulls last, c.id`,
    after: ({ at: key, id }: PagePosition) =>
      key === LAST_MOMENT
        ? sql`c.due_at is null and c.id > ${id}::uuid`
        : sql`(c.due_at is null or (c.due_at, c.id) > (${at(key)}, ${id}::uuid))`,
    key: (row: Ordered) => row.due_at ?? LAST_MOMENT,
  },
  newest: {
    by: sql`c.opened_at desc, c.id desc`,
    after: ({ at: key, id }: PagePosition) => sql`(c.opened_at, c.id) < (${at(key)}, ${id}::uuid)`,
    key: (row: Ordered) => row.opened_at,
  },
  oldest: {
    by: sql`c.opened_at, c.id`,
    after: ({ at: key, id }: PagePosition) => sql`(c.opened_at, c.id) > (${at(key)}, ${id}::uuid)`,
    key: (row: Ordered) => row.opened_at,
  },
}
