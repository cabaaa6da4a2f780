import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { findItem } from '../../catalogue/index.ts'
import { unitNames } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import type { Entry } from '../domain/entry.ts'

/** The names that an answer is also found by: place, item and unit, in both languages. */
export async function namesOf(
  tx: Tx,
  entry: Pick<Entry, 'communityCode' | 'compoundId' | 'itemCode' | 'itemVersion' | 'unitId'>,
): Promise<readonly string[]> {
  const places = await placeNames(tx, [entry.communityCode, entry.communityCode.slice(0, 9)])
  const item = entry.itemCode ? await findItem(tx, entry.itemCode, entry.itemVersion ?? undefined) : undefined
  const unit = entry.unitId ? (await unitNames(tx, [entry.unitId])).get(entry.unitId) : undefined
  const compound = entry.compoundId ? await compoundName(tx, entry.compoundId) : undefined
  const named = [...places.values(), item, unit, compound].flatMap((one) => [one?.name, one?.nameEn])
  return named.filter((name): name is string => name !== undefined)
}

async function compoundName(tx: Tx, id: string): Promise<{ name: string; nameEn: string } | undefined> {
  const { rows } = await sql<{ name: string; nameEn: string }>`
    select name, name_en as "nameEn" from compound where tenant = ${tx.tenant} and id = ${id}`.execute(tx.db)
  return rows[0]
}
