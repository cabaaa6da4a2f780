import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { timestamp } from './parameters.ts'
import { inTransaction } from './transaction.ts'

const forTenant = (tenant: number) => `set local role lianxin_app; set local app.tenant = ${tenant}`

describeOnEachDatabase('the wall between tenants', (database) => {
  beforeAll(async () => {
    for (const tenant of [1, 2]) {
      await inTransaction(database(), forTenant(tenant), (trx) =>
        sql`insert into content (tenant, id, stream_id, field, body, created_at)
            values (${tenant}, gen_random_uuid(), gen_random_uuid(), 'words', '\\x01', ${timestamp(0)})`.execute(
          trx,
        ),
      )
    }
  })

  test('a query without a filter sees the rows of its own tenant only', async () => {
    const rows = await inTransaction(database(), forTenant(2), (trx) =>
      trx.selectFrom('content').select('tenant').execute(),
    )
    expect(rows).toEqual([{ tenant: 2 }])
  })

  test('a row of another tenant cannot be written', async () => {
    const writing = inTransaction(database(), forTenant(1), (trx) =>
      sql`insert into tenant_head (tenant, seq) values (2, 0)`.execute(trx),
    )
    await expect(writing).rejects.toMatchObject({ code: '42501' })
  })

  test('a transaction that names no tenant gets an error instead of rows', async () => {
    const reading = inTransaction(database(), 'set local role lianxin_app', (trx) =>
      trx.selectFrom('content').selectAll().execute(),
    )
    await expect(reading).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) })
  })

  test('the owner of the tables stands before the same wall', async () => {
    const rows = await database()
      .owner.transaction()
      .execute(async (trx) => {
        await sql`set local app.tenant = 1`.execute(trx)
        return trx.selectFrom('content').select('tenant').execute()
      })
    expect(rows).toEqual([{ tenant: 1 }])
  })
})
