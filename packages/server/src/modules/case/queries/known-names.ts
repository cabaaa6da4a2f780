import { sql } from 'kysely'
import { perActor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type KnownName = { readonly name: string; readonly nameEn: string }

/** What a matter names: its community, the version of its item, and the unit that has it. */
export type NamesIn = {
  readonly community_code: string
  readonly item_code: string | null
  readonly item_version: number | null
  readonly owner_unit_id: string | null
}

export type NamesOf = {
  readonly community: KnownName
  readonly item: KnownName | null
  readonly owner: KnownName | null
}

/** A place, a unit and a version of an item keep the name that they were written down with: each is looked up once a session. */
const knownFor = perActor(() => new Map<string, KnownName>())
const UNKNOWN: KnownName = { name: '', nameEn: '' }

const itemKey = ({ item_code, item_version }: NamesIn) => item_code && `${item_code}@${item_version}`

/**
 * How to name what these matters name. To join three tables for each matter of a page cost an eighth of its time, although
 * fifty matters name a handful of them, and the same at the next page.
 */
export async function namesIn(tx: Tx, matters: readonly NamesIn[]): Promise<(matter: NamesIn) => NamesOf> {
  const known = knownFor(tx.actor)
  const unknown = (keys: readonly (string | null)[]) =>
    [...new Set(keys)].filter((key): key is string => key !== null && !known.has(key))
  const places = unknown(matters.map((one) => one.community_code))
  const units = unknown(matters.map((one) => one.owner_unit_id))
  const items = unknown(matters.map(itemKey))
  if (places.length + units.length + items.length > 0) {
    const { rows } = await sql<KnownName & { key: string }>`
      select code as key, name, name_en as "nameEn" from place where code = any(${places}::text[])
      union all select id::text, name, name_en from unit where tenant = ${tx.tenant} and id = any(${units}::uuid[])
      union all select code || '@' || version, name, name_en from item
        where tenant = ${tx.tenant} and code = any(${items.map((key) => key.replace(/@.*/, ''))}::text[])`.execute(
      tx.db,
    )
    for (const { key, name, nameEn } of rows) known.set(key, { name, nameEn })
  }
  const named = (key: string | null) => (key === null ? null : (known.get(key) ?? UNKNOWN))
  return (one) => ({
    community: named(one.community_code) ?? UNKNOWN,
    item: named(itemKey(one)),
    owner: named(one.owner_unit_id),
  })
}
