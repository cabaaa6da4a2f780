import { type RawBuilder, sql } from 'kysely'

/** Joins what the items of some rows are called by now, as `i`; of one that no catalogue has any more there is no name. */
export const withItemName = (of: 'n' | 'r'): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql`left join lateral (
    select name, name_en from item where tenant = ${column('tenant')} and code = ${column('item_code')} order by version desc limit 1) i on true`
}
