import {
  type EvaluatedBy,
  HONEST_COUNTS,
  type HonestCount,
  type HonestCounts,
  monthSpan,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { CONDITIONS } from './count-conditions.ts'

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
export const TABLES = { round: sql`rating_round r`, response: sql`rating_response r`, late: LATE } as const

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
  for (const table of ['round', 'response', 'late'] as const) {
    const names = HONEST_COUNTS.filter((name) => CONDITIONS[name].of === table)
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
    const from = sql`${TABLES[of]} where ${asked(tx, filter)} and ${holds(span)}`
    await addCounts(tx, counted, { names, from, span, by })
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
  for (const { key, ...counts } of rows)
    if (names.some((name) => counts[name] > 0))
      counted.set(key, { ...(counted.get(key) ?? NOTHING), ...counts })
}

export const NOTHING = Object.fromEntries(HONEST_COUNTS.map((name) => [name, 0])) as Record<
  HonestCount,
  number
>
