import {
  type Alike,
  type EvaluatedBy,
  HONEST_COUNTS,
  type HonestCount,
  type HonestCounts,
  monthSpan,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { CONDITIONS, type CountedTable } from './count-conditions.ts'

export type Asked = { readonly unit?: string; readonly item?: string; readonly place?: string }
export type Span = readonly [from: number, until: number]

/** A month that is not over is counted until now, what happens now included: nothing is overdue that is not yet. */
export function countedSpan(month: string, now: number): Span {
  const [from, until] = monthSpan(month)
  return [from, Math.min(until, Math.max(from, now + 1))]
}

/** Rows of what is asked for, in any of the tables. */
export const asked = (tx: Tx, { unit, item, place }: Asked): RawBuilder<boolean> =>
  sql<boolean>`(r.tenant = ${tx.tenant}
    and ${unit === undefined ? sql`true` : sql`r.unit_id = ${unit}::uuid`}
    and ${item === undefined ? sql`true` : sql`r.item_code = ${item}`}
    and ${place === undefined ? sql`true` : withinCode(sql.ref('r.place_code'), place)})`

/** Late units that were answerable for the whole, each with its round: a co-handler is late for itself, and in no rate. */
const LATE = sql`(select l.tenant, l.case_id, l.unit_id, l.late_from, t.item_code, t.place_code, t.started_at, t.ended_at, t.ending, t.excluded
  from rating_late l join rating_round t on t.tenant = l.tenant and t.case_id = l.case_id and t.round = l.round where l.led) r`
/** A verdict goes with the matter that it was joined with, and with the own one, where a second person left either out. */
const JOINED = sql`(select v.tenant, v.case_id, v.of_case_id, v.of_round, v.unit_id, v.item_code, v.place_code, v.judged_at, v.solved, v.satisfaction, v.reopened_at,
    v.excluded or exists (select 1 from rating_round x where x.tenant = v.tenant and x.case_id in (v.of_case_id, v.case_id) and x.excluded) as excluded
  from rating_verdict v) r`
export const TABLES: Readonly<Record<CountedTable, RawBuilder<unknown>>> = {
  ...{ round: sql`rating_round r`, response: sql`rating_response r`, late: LATE, joined: JOINED },
}

/** `place`: by the first so many digits. */
export type By = { readonly by: EvaluatedBy; readonly digits: number } | null

const keyOf = (by: By): RawBuilder<string> => {
  if (by === null) return sql`''`
  if (by.by === 'unit') return sql`coalesce(r.unit_id::text, '')`
  return by.by === 'item' ? sql`coalesce(r.item_code, '')` : sql`left(r.place_code, ${by.digits}::int)`
}

/** The counts of a span of time by unit, item or place; in one sum when `by` is null. Keys where nothing is counted are missing. */
export async function countRounds(
  tx: Tx,
  filter: Asked,
  span: Span,
  by: By,
): Promise<ReadonlyMap<string, HonestCounts>> {
  const counted: Counted = new Map()
  for (const table of ['round', 'response', 'late', 'joined'] as const) {
    const names = HONEST_COUNTS.filter((name) => CONDITIONS[name].of.includes(table))
    await addCounts(tx, counted, { names, from: sql`${TABLES[table]} where ${asked(tx, filter)}`, span, by })
  }
  return counted
}

/** Numbers of which each counts only rows that the first one counts. */
export type CountedTogether = readonly [HonestCount, ...HonestCount[]]

/** Some of the same counts, for those who ask often: only the rows that the first number of each group counts are looked at, through an index. */
export async function countTogether(
  tx: Tx,
  groups: readonly CountedTogether[],
  filter: Asked,
  span: Span,
  by: By,
): Promise<ReadonlyMap<string, HonestCounts>> {
  const counted: Counted = new Map()
  for (const names of groups) {
    const { of, holds } = CONDITIONS[names[0]]
    for (const table of of) {
      const from = sql`${TABLES[table]} where ${asked(tx, filter)} and ${holds(span)}`
      await addCounts(tx, counted, { names, from, span, by })
    }
  }
  return counted
}

type Counted = Map<string, HonestCounts>
type Sums = {
  readonly names: readonly HonestCount[]
  readonly from: RawBuilder<unknown>
  readonly span: Span
  readonly by: By
}

async function addCounts(tx: Tx, counted: Counted, { names, from, span, by }: Sums): Promise<void> {
  const sums = sql.join(
    names.map(
      (name) => sql`count(*) filter (where ${CONDITIONS[name].holds(span)})::int as ${sql.ref(name)}`,
    ),
  )
  const { rows } = await sql<{ key: string } & HonestCounts>`
    select ${keyOf(by)} as key, ${sums} from ${from} group by 1`.execute(tx.db)
  for (const { key, ...counts } of rows) {
    if (names.every((name) => counts[name] === 0)) continue
    const before = counted.get(key) ?? NOTHING
    const sum = names.map((name) => [name, before[name] + counts[name]])
    counted.set(key, { ...before, ...Object.fromEntries(sum) })
  }
}

const SAID = sql`r.unit_id, r.item_code, r.place_code, r.judged_at, r.satisfaction, r.excluded`

/** Where several requesters judged one answer, by the same keys: how much less sure the rates are than by as many answers. */
export async function countAlike(
  tx: Tx,
  filter: Asked,
  span: Span,
  by: By,
): Promise<ReadonlyMap<string, Alike>> {
  const counted = sql`${asked(tx, filter)} and ${CONDITIONS.judged.holds(span)}`
  const { rows } = await sql<{ key: string } & Alike>`
    with joined as (select r.of_case_id, r.of_round, ${SAID} from ${JOINED} where ${counted}),
    said as (
      select * from joined union all
      select r.case_id, r.round, ${SAID} from rating_round r
      where ${counted} and (r.case_id, r.round) in (select of_case_id, of_round from joined)
    )
    select key, sum(judged * judged - judged)::int as judged, sum(rated * rated - rated)::int as rated from (
      select ${keyOf(by)} as key, count(*) as judged, count(*) filter (where ${CONDITIONS.rated.holds(span)}) as rated
      from said r group by 1, r.of_case_id, r.of_round) shared
    group by 1`.execute(tx.db)
  return new Map(rows.map(({ key, ...alike }) => [key, alike]))
}

export const NOTHING = Object.fromEntries(HONEST_COUNTS.map((name) => [name, 0])) as Record<
  HonestCount,
  number
>
