import {
  type Bilingual,
  type CaseStep,
  getKind,
  nameFor,
  quarterOf,
  toneOf,
  type UnitPage,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { readStreams, type StoredEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { checkedBy } from '../domain/checked-by.ts'
import { withItemName } from './item-name.ts'
import { causeName } from './negative-counts.ts'

/** As many as a page can hold; the year of a unit has more only where everything else of this page says so already. */
const MOST = 30

export type PublicItem = NonNullable<UnitPage['repeats'][number]['item']>

/** The items of which a unit had so many matters that one of them does not stand out. */
export async function publicItems(
  tx: Tx,
  unitId: string,
  since: number,
  minimumGroup: number,
): Promise<ReadonlyMap<string, PublicItem>> {
  const { rows } = await sql<PublicItem>`
    select r.item_code as code, max(coalesce(i.name, r.item_code)) as name, max(coalesce(i.name_en, r.item_code)) as "nameEn"
    from rating_round r
    ${withItemName('r')}
    where r.tenant = ${tx.tenant} and r.unit_id = ${unitId} and r.item_code is not null and r.started_at > ${at(since)}
    group by r.item_code having count(distinct r.case_id) >= ${minimumGroup}`.execute(tx.db)
  return new Map(rows.map((row) => [row.code, row]))
}

type Row = {
  readonly id: string
  readonly kindVersion: number
  readonly state: string
  readonly openedAt: number
  readonly closedAt: number | null
  readonly causes: readonly string[]
  readonly itemCode: string | null
}

/**
 * What was opened because of what is on the unit's negative list, without the matter behind it; times are told by the quarter. The
 * page is of now: a new row, its state and that it is overdue show on the day, to whoever looks day by day.
 */
export async function publicRectifications(
  tx: Tx,
  unitId: string,
  since: number,
  items: ReadonlyMap<string, PublicItem>,
): Promise<UnitPage['rectifications']> {
  const { rows } = await sql<Row>`
    select c.id, c.kind_version as "kindVersion", c.state, c.opened_at as "openedAt", c.closed_at as "closedAt", n.causes, n."itemCode"
    from (select rectification_id, array_agg(distinct cause) as causes, max(item_code) as "itemCode" from negative_entry
      where tenant = ${tx.tenant} and unit_id = ${unitId} and noted_at > ${at(since)} and rectification_id is not null
      group by rectification_id) n
    join grid_case c on c.tenant = ${tx.tenant} and c.id = n.rectification_id
    order by c.opened_at desc, c.id limit ${MOST}`.execute(tx.db)
  if (rows.length === 0) return []
  const steps = await readStreams<CaseStep>(
    tx,
    rows.map(({ id }) => id),
    Math.min(...rows.map(({ openedAt }) => openedAt)),
  )
  const last = new Map(steps.filter(({ payload }) => 'move' in payload).map((step) => [step.streamId, step]))
  return rows.map((row) => shown(row, must(last.get(row.id), { refusal: 'server.fault' }), items, tx.now))
}

function shown(
  { kindVersion, state: name, openedAt, closedAt, causes, itemCode }: Row,
  { payload: step }: StoredEvent<CaseStep>,
  items: ReadonlyMap<string, PublicItem>,
  now: number,
): UnitPage['rectifications'][number] {
  const kind = getKind('rectification', kindVersion)
  const state = must(kind.states[name], { refusal: 'server.fault' })
  const option = (choice: string, chosen: string | null | undefined): Bilingual | null =>
    kind.choices?.[choice]?.options[chosen ?? ''] ?? null
  const measureDueAt = step.clocks.findLast(({ clock }) => clock === 'remedy')?.dueAt ?? null
  return {
    causes: causes.map((cause) => ({ cause, name: causeName(cause) })),
    item: items.get(itemCode ?? '') ?? null,
    openedIn: quarterOf(openedAt),
    ...{ stateName: nameFor(state, 'staff'), tone: toneOf(state) },
    measure: option('measure', step.choices['measure']),
    measureDueIn: measureDueAt === null ? null : quarterOf(measureDueAt),
    overdue: name === 'remedying' && measureDueAt !== null && measureDueAt < now,
    checker: option(
      'checker',
      checkedBy({ state: name, lastMove: step.move, chosen: step.choices['checker'] }),
    ),
    checkedIn: name === 'closed' && closedAt !== null ? quarterOf(closedAt) : null,
    notSetRight: step.counts['notSetRight'] ?? 0,
  }
}
