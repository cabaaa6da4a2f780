import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { maintain } from './maintenance.ts'
import { timestamp } from './parameters.ts'
import { inTransaction } from './transaction.ts'

describeOnEachDatabase('maintenance', (database, driver) => {
  test('renews what the planner knows on the embedded database, and leaves a server to its own', async () => {
    await inTransaction(database(), 'set local role lianxin_app; set local app.tenant = 1', (trx) =>
      sql`insert into content (tenant, id, stream_id, field, body, created_at)
          select 1, gen_random_uuid(), gen_random_uuid(), 'words', '\\x', ${timestamp(0)} from generate_series(1, 500)`.execute(
        trx,
      ),
    )
    const tidied = await maintain(database())
    if (driver === 'postgres') {
      expect(tidied).toBe(0)
      return
    }
    expect(tidied).toBeGreaterThan(0)
    const { rows } = await sql`select reltuples from pg_class where oid = 'content'::regclass`.execute(
      database().owner,
    )
    expect(rows).toEqual([{ reltuples: 500 }])
  })
})
