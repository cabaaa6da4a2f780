import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

export type GridOf = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly communityCode: string
}

/** The grids in force of communities, in the order of their codes. */
export async function gridsOf(tx: Tx, communityCodes: readonly string[]): Promise<readonly GridOf[]> {
  const { rows } = await sql<GridOf>`
    select code, name, name_en as "nameEn", parent_code as "communityCode" from place
    where level = 'grid' and valid_to is null and parent_code in (select jsonb_array_elements_text(${JSON.stringify(communityCodes)}::jsonb))
    order by code`.execute(tx.db)
  return rows
}
