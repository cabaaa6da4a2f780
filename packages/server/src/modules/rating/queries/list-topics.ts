import {
  DAY_MS,
  getKind,
  monthOf,
  monthSpan,
  nameFor,
  ratingRoutes,
  type TopicFigure,
  type TopicView,
  toneOf,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { readStream } from '../../../kernel/event-store.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { caseReach } from '../../case/index.ts'
import { countsOf, MONTHS_BEFORE } from './recurrence-cells.ts'

const MOST = 100
/** Fewer expected than this: a difference says nothing. */
const LEAST_EXPECTED = 5

/** Every topic within reach, also what is only proposed. */
export const listTopics = query<typeof ratingRoutes.topics>({
  route: ratingRoutes.topics,
  permit: 'rating.list',
  view: async (tx, permit) => ({
    answer: [...(await topicsWhere(tx, where(permit, caseReach)))],
    subjects: [],
  }),
})

/** For everybody: what was taken up, who leads it, and what came of it. */
export const publicTopics = query<typeof ratingRoutes.publicTopics>({
  route: ratingRoutes.publicTopics,
  permit: 'public.read',
  view: async (tx) => ({
    answer: [...(await topicsWhere(tx, sql<boolean>`c.state not in ('proposed', 'dismissed')`))],
    subjects: [],
  }),
})

type Row = Omit<
  TopicView,
  'stateName' | 'tone' | 'overdue' | 'effect' | 'evidence' | 'before' | 'after' | 'tooFewToSay'
> &
  TopicView['evidence'] & {
    readonly kindVersion: number
    readonly choice: string | null
    readonly open: boolean
  }

async function topicsWhere(tx: Tx, within: RawBuilder<boolean>): Promise<readonly TopicView[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind_version as "kindVersion", c.state, c.open, c.opened_at as "openedAt", c.due_at as "dueAt", c.choices ->> 'effect' as choice,
      e.item_code as "itemCode", coalesce(i.name, e.item_code) as "itemName", coalesce(i.name_en, e.item_code) as "itemNameEn",
      e.community_code as "placeCode", p.name as "placeName", p.name_en as "placeNameEn", u.name as "ownerName", u.name_en as "ownerNameEn",
      e.month, e.counted, e.expected, e.p, e.false_alarm_percent as "falseAlarmPercent", e.months_before as "monthsBefore", e.tested, e.found
    from topic_evidence e join grid_case c on c.tenant = e.tenant and c.id = e.topic_id
    join place p on p.code = e.community_code
    left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
    left join unit u on u.tenant = c.tenant and u.id = coalesce(
      (select a.unit_id from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.role = 'lead' and a.state <> 'returned' limit 1), c.owner_unit_id)
    where e.tenant = ${tx.tenant} and ${within} order by c.open desc, c.opened_at desc, c.id limit ${MOST}`.execute(
    tx.db,
  )
  return Promise.all(rows.map((row) => topicView(tx, row)))
}

async function topicView(tx: Tx, row: Row): Promise<TopicView> {
  const {
    kindVersion,
    choice,
    open,
    month,
    counted,
    expected,
    p,
    falseAlarmPercent,
    monthsBefore,
    tested,
    found,
    ...rest
  } = row
  const kind = getKind('topic', kindVersion)
  const state = kind.states[row.state]
  if (!state) throw new Error(`a topic has no state ${row.state}`)
  const [from, monthEnd] = monthSpan(month)
  const finishedAt = await finishedOf(tx, row)
  const after =
    finishedAt === null
      ? null
      : await figureOf(tx, row, [finishedAt, Math.min(tx.now, finishedAt + WATCHED_MS)], from)
  return {
    ...rest,
    ...{ stateName: nameFor(state, 'staff'), tone: toneOf(state) },
    overdue: open && row.dueAt !== null && row.dueAt < tx.now,
    effect: choice === null ? null : (kind.choices?.['effect']?.options[choice] ?? null),
    evidence: { month, counted, expected, p, falseAlarmPercent, monthsBefore, tested, found },
    before: { from, until: Math.min(monthEnd, row.openedAt), counted, expected },
    after,
    tooFewToSay: Math.min(expected ?? 0, after?.expected ?? expected ?? 0) < LEAST_EXPECTED,
  }
}

/** As long as the effect is watched, and no longer: what happens years later is not the topic's. */
const WATCHED_MS = 30 * DAY_MS

/**
 * The count of a span and what the place would have had with the share of the district's matters that it had in the
 * year before the topic: a season raises the district with it, so that warm weather is nobody's success.
 */
async function figureOf(
  tx: Tx,
  { itemCode, placeCode }: Row,
  [from, until]: readonly [number, number],
  proposedFrom: number,
): Promise<TopicFigure> {
  const { here, everywhere } = await countsOf(tx, itemCode, placeCode, [from, until])
  const usual = await countsOf(tx, itemCode, placeCode, [yearBefore(proposedFrom), proposedFrom])
  return {
    ...{ from, until, counted: here },
    expected: usual.everywhere === 0 ? null : (everywhere * usual.here) / usual.everywhere,
  }
}

function yearBefore(moment: number): number {
  let month = monthOf(moment)
  for (let back = 0; back < MONTHS_BEFORE; back += 1) month = monthOf(monthSpan(month)[0] - 1)
  return monthSpan(month)[0]
}

/** When the measures were done last. */
async function finishedOf(tx: Tx, { id, openedAt }: Row): Promise<number | null> {
  const steps = await readStream<{ readonly to: string; readonly from: string | null }>(tx, id, openedAt)
  const last = steps.findLast(({ payload }) => payload.to === 'observing' && payload.from !== 'observing')
  return last?.recordedAt ?? null
}
