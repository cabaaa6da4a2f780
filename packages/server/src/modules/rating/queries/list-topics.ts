import {
  type CaseStep,
  getKind,
  type Kind,
  nameFor,
  ratingRoutes,
  type TopicView,
  toneOf,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { readStreams, type StoredEvent } from '../../../kernel/event-store.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { type Recounting, recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { caseReach } from '../../case/index.ts'
import { unitNames } from '../../org/index.ts'
import { conclusionIn, finishedIn, type MeasureStep, measuresIn } from '../domain/topic-course.ts'
import { ratedRounds } from '../subscribers.ts'
import { countedSince } from './recurrence-cells.ts'
import { NAMED_BUILDING } from './recurring-buildings.ts'
import { figuresOf, type TopicFigures, unknownFigures } from './topic-figures.ts'

const MOST = 100

/** Every topic within reach, also what is only proposed. */
export const listTopics = query<typeof ratingRoutes.topics>({
  route: ratingRoutes.topics,
  permit: 'rating.list',
  view: async (tx, permit) => ({
    answer: [...(await topicsWhere(tx, where(permit, caseReach), 'staff'))],
    subjects: [],
  }),
})

/** For everybody: what was taken up, who leads it, and what came of it. */
export const publicTopics = query<typeof ratingRoutes.publicTopics>({
  route: ratingRoutes.publicTopics,
  permit: 'public.read',
  view: async (tx) => ({
    answer: [...(await topicsWhere(tx, sql<boolean>`c.state not in ('proposed', 'dismissed')`, 'public'))],
    subjects: [],
  }),
})

type Row = Omit<
  TopicView,
  'stateName' | 'tone' | 'overdue' | 'measures' | 'effect' | 'conclusion' | 'evidence' | keyof TopicFigures
> &
  TopicView['evidence'] & {
    readonly kindVersion: number
    readonly choice: string | null
    readonly open: boolean
  }

/** A topic with its own history, and what of it everybody may read. */
type Course = {
  readonly row: Row
  readonly kind: Kind
  readonly finishedAt: number | null
  readonly measures: readonly MeasureStep[]
  readonly conclusionId: string | null
}

/** Buildings are for those who see the matters: a topic is public, and its place is what everybody is told. */
const BUILDINGS = sql`(select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'nameEn', n.name_en,
  'dwellings', t.dwellings, 'now', t.counted, 'expected', t.expected, 'p', t.p) order by t.p, n.id), '[]'::jsonb)
  from topic_building t join ${NAMED_BUILDING} n on n.tenant = t.tenant and n.id = t.building_id
  where t.tenant = e.tenant and t.topic_id = e.topic_id)`
const NO_BUILDINGS = sql`'[]'::jsonb`

async function topicsWhere(
  tx: Tx,
  within: RawBuilder<boolean>,
  reader: 'staff' | 'public',
): Promise<readonly TopicView[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind_version as "kindVersion", c.state, c.open, c.opened_at as "openedAt", c.due_at as "dueAt", c.choices ->> 'effect' as choice,
      e.item_code as "itemCode", coalesce(i.name, e.item_code) as "itemName", coalesce(i.name_en, e.item_code) as "itemNameEn",
      e.place_code as "placeCode", concat_ws(' ', w.name, p.name) as "placeName", concat_ws(', ', p.name_en, w.name_en) as "placeNameEn", u.name as "ownerName", u.name_en as "ownerNameEn",
      e.month, e.counted, e.expected, e.p, e.false_alarm_percent as "falseAlarmPercent", e.months_before as "monthsBefore", e.tested, e.found,
      ${reader === 'staff' ? BUILDINGS : NO_BUILDINGS} as buildings
    from topic_evidence e join grid_case c on c.tenant = e.tenant and c.id = e.topic_id
    join place p on p.code = e.place_code left join place w on w.code = p.parent_code and p.level = 'grid'
    left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
    left join unit u on u.tenant = c.tenant and u.id = coalesce(
      (select a.unit_id from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.role = 'lead' and a.state <> 'returned' limit 1), c.owner_unit_id)
    where e.tenant = ${tx.tenant} and ${within} order by c.open desc, c.opened_at desc, c.id limit ${MOST}`.execute(
    tx.db,
  )
  if (rows.length === 0) return []
  const courses = await coursesOf(tx, rows)
  const [texts, units, since, anew] = await Promise.all([
    readContent(
      tx,
      courses
        .flatMap(({ measures, conclusionId }) => [...measures.map(({ wordsId }) => wordsId), conclusionId])
        .filter((id) => id !== null),
    ),
    unitNames(
      tx,
      courses.flatMap(({ measures }) => measures.map(({ unitId }) => unitId)),
    ),
    countedSince(tx),
    recounting(tx, ratedRounds),
  ])
  return Promise.all(courses.map((course) => topicView(tx, course, { texts, units, since, anew })))
}

async function coursesOf(tx: Tx, rows: readonly Row[]): Promise<readonly Course[]> {
  const events = await readStreams<CaseStep>(
    tx,
    rows.map(({ id }) => id),
    Math.min(...rows.map(({ openedAt }) => openedAt)),
  )
  const histories = Map.groupBy(events.filter(isStep), ({ streamId }) => streamId)
  return rows.map((row) => {
    const steps = histories.get(row.id) ?? []
    const kind = getKind('topic', row.kindVersion)
    return {
      ...{ row, kind, finishedAt: finishedIn(steps) },
      ...{ measures: measuresIn(kind, steps), conclusionId: conclusionIn(kind, steps) },
    }
  })
}

const isStep = ({ stream }: StoredEvent<CaseStep>) => stream === 'case'

type Read = {
  readonly texts: ReadonlyMap<string, string>
  readonly units: Awaited<ReturnType<typeof unitNames>>
  readonly since: number | null
  readonly anew: Recounting | null
}

async function topicView(
  tx: Tx,
  { row, kind, finishedAt, measures, conclusionId }: Course,
  { texts, units, since, anew }: Read,
): Promise<TopicView> {
  const { kindVersion: _, choice, open, ...shown } = row
  const { month, counted, expected, p, falseAlarmPercent, monthsBefore, tested, found, buildings, ...rest } =
    shown
  const state = kind.states[row.state]
  if (!state) throw new Error(`a topic has no state ${row.state}`)
  return {
    ...rest,
    ...{ stateName: nameFor(state, 'staff'), tone: toneOf(state) },
    overdue: open && row.dueAt !== null && row.dueAt < tx.now,
    measures: measures.map(({ unitId, wordsId, dueAt, doneAt }) => ({
      unitName: units.get(unitId)?.name ?? '',
      unitNameEn: units.get(unitId)?.nameEn ?? '',
      words: texts.get(wordsId ?? '') ?? null,
      ...{ dueAt, doneAt, late: dueAt !== null && (doneAt ?? tx.now) > dueAt },
    })),
    effect: choice === null ? null : (kind.choices?.['effect']?.options[choice] ?? null),
    conclusion: texts.get(conclusionId ?? '') ?? null,
    evidence: { month, counted, expected, p, falseAlarmPercent, monthsBefore, tested, found, buildings },
    ...(anew ? unknownFigures(anew) : await figuresOf(tx, row, finishedAt, since)),
  }
}
