import { SETTING_NAMES, type SettingName, type SettingValue, settingOf } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { decisionsFor } from './kept-decisions.ts'

export type SettingValues<N extends SettingName> = { readonly [K in N]: SettingValue<K> }

/**
 * Some rules as they were in force at a moment: `opened_at` for a matter that keeps what it started with,
 * `tx.now` for what counts everywhere. A look-up for commands: no ledger, no permit.
 */
export async function settingsAt<const N extends SettingName>(
  tx: Tx,
  names: readonly N[],
  moment: number,
): Promise<SettingValues<N>> {
  const decided = new Map<SettingName, unknown>()
  for (const { name, effectiveFrom, value } of await decisionsFor(tx, moment))
    if (effectiveFrom <= moment) decided.set(name, value)
  return Object.fromEntries(
    names.map((name) => [name, completed(name, decided.get(name))]),
  ) as SettingValues<N>
}

/** One rule as it was in force at a moment. */
export const settingAt = async <N extends SettingName>(
  tx: Tx,
  name: N,
  moment: number,
): Promise<SettingValue<N>> => (await settingsAt(tx, [name], moment))[name]

/** The last decision on a rule, planned or in force: what a change of it is taken from. */
export async function lastDecision<const N extends SettingName>(
  tx: Tx,
  name: N,
): Promise<{ readonly version: number; readonly effectiveFrom: number; readonly value: SettingValue<N> }> {
  const last = (await versionsOf(tx, name)).at(-1)
  const { version, effectiveFrom } = last ?? { version: 0, effectiveFrom: 0 }
  return { version, effectiveFrom, value: completed(name, last?.value) as SettingValue<N> }
}

/** From when until before when a rule was in force; `until` null: it is in force now. */
export type SettingSpan<N extends SettingName> = {
  readonly from: number
  readonly until: number | null
  readonly value: SettingValue<N>
}

/** Every value that a rule has had, with its time, for what is judged by the one that it began with. The first is the house's own. */
export async function settingSpans<N extends SettingName>(
  tx: Tx,
  name: N,
): Promise<readonly SettingSpan<N>[]> {
  const decided = (await decisionsFor(tx, tx.now)).filter((one) => one.name === name)
  const begun = new Set(decided.map(({ effectiveFrom }) => effectiveFrom).filter((from) => from <= tx.now))
  const starts = [0, ...[...begun].toSorted((one, other) => one - other)]
  return starts.map((from, place) => ({
    from,
    until: starts[place + 1] ?? null,
    value: completed(
      name,
      decided.findLast(({ effectiveFrom }) => effectiveFrom <= from)?.value,
    ) as SettingValue<N>,
  }))
}

/** Every value that a rule has had by a decision of the district, those planned aside, oldest first. */
export async function decidedValues<N extends SettingName>(
  tx: Tx,
  name: N,
): Promise<readonly SettingValue<N>[]> {
  const versions = await versionsOf(tx, name)
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= tx.now)
    .map(({ value }) => completed(name, value) as SettingValue<N>)
}

/** A field that the house learnt of after a version was decided has the value that the house starts with. */
export const completed = (name: SettingName, decided: unknown): unknown =>
  filledUp(settingOf(name).initial, decided)

function filledUp(initial: unknown, decided: unknown): unknown {
  if (decided === undefined) return initial
  if (!isFields(initial) || !isFields(decided)) return decided
  const filled = Object.entries(initial).map(([field, own]) => [field, filledUp(own, decided[field])])
  return { ...decided, ...Object.fromEntries(filled) }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type VersionRow = {
  readonly name: SettingName
  readonly version: number
  readonly effectiveFrom: number
  readonly value: unknown
  readonly reasonId: string | null
  readonly decidedAt: number
  readonly decidedPost: string | null
}

/** Every version ever decided, of one rule or of all, oldest first. */
export async function versionsOf(tx: Tx, name?: SettingName): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select name, version, effective_from as "effectiveFrom", value, reason_id as "reasonId", decided_at as "decidedAt", decided_post as "decidedPost"
    from district_setting where tenant = ${tx.tenant} and ${name === undefined ? sql`true` : sql`name = ${name}`}
    order by name, version`.execute(tx.db)
  // A rule that the house no longer has stays in the table and is of no use to anybody.
  return rows.filter((row) => SETTING_NAMES.includes(row.name))
}
