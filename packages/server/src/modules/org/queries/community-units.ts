import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type CommunityUnit = {
  readonly id: string
  readonly placeCode: string
  readonly name: string
  readonly nameEn: string
}

/** The residents' committees in force, of the named communities or of all. */
export async function communityUnits(
  tx: Tx,
  communityCodes?: readonly string[],
): Promise<readonly CommunityUnit[]> {
  const named = communityCodes
    ? sql`place_code in (select jsonb_array_elements_text(${JSON.stringify(communityCodes)}::jsonb))`
    : sql`true`
  const { rows } = await sql<CommunityUnit>`
    select id, place_code as "placeCode", name, name_en as "nameEn" from unit
    where tenant = ${tx.tenant} and kind = 'community' and (valid_to is null or valid_to > ${at(tx.now)}::date) and ${named}
    order by place_code`.execute(tx.db)
  return rows
}
