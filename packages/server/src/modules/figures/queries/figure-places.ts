import { allows, type PlaceName } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { must, Refused } from '../../../kernel/refused.ts'
import { withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** Lengths of codes from the province down to the grid. */
const LENGTHS = [2, 4, 6, 9, 12, 15] as const

/** The length of the codes directly below a place; undefined below a grid, where only matters are. */
export const lengthBelow = (code: string): number | undefined =>
  LENGTHS.find((length) => length > code.length)

/**
 * The place that is asked for, with the way to it from the reader's own.
 * @throws Refused `not-found` outside of the reader's reach, and for places that do not exist: nobody learns which.
 */
export async function placeAsked(
  tx: Tx,
  { actor, permission }: Permit,
  asked: string | undefined,
): Promise<{ readonly place: PlaceName; readonly path: readonly PlaceName[] }> {
  const own = must(actor.kind === 'account' ? actor.post?.placeCode : undefined, { refusal: 'not-found' })
  const code = asked ?? own
  if (!allows(permission, asking(actor), { placeCode: code })) throw new Refused({ refusal: 'not-found' })
  const codes = LENGTHS.filter((length) => length >= own.length && length <= code.length)
  const names = await namePlaces(
    tx,
    codes.map((length) => code.slice(0, length)),
  )
  const place = must(names.get(code), { refusal: 'not-found' })
  return { place, path: [...names.values()].sort((a, b) => a.code.length - b.code.length) }
}

/** Places by code. */
export async function namePlaces(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, PlaceName>> {
  const { rows } = await sql<PlaceName>`
    select code, name, name_en as "nameEn", level from place where code in (select jsonb_array_elements_text(${JSON.stringify([...new Set(codes)])}::jsonb))`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** The places directly below one that are in force. */
export async function placesBelow(tx: Tx, code: string): Promise<readonly PlaceName[]> {
  const { rows } = await sql<PlaceName>`
    select code, name, name_en as "nameEn", level from place where parent_code = ${code} and valid_to is null order by code`.execute(
    tx.db,
  )
  return rows
}

/** The communities and grids within a place that are in force. */
export async function areasWithin(tx: Tx, code: string): Promise<readonly PlaceName[]> {
  const { rows } = await sql<PlaceName>`
    select code, name, name_en as "nameEn", level from place
    where ${withinCode(sql.ref('code'), code)} and level in ('community', 'grid') and valid_to is null order by code`.execute(
    tx.db,
  )
  return rows
}
