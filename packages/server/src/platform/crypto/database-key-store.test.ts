import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { testClock } from '../clock.ts'
import { inTransaction } from '../database/transaction.ts'
import { databaseKeyStore } from './database-key-store.ts'
import { openKeyring } from './keyring.ts'

const place = { table: 'requester', column: 'phone', row: '0197f0a0-0000-7000-8000-000000000001' }

describeOnEachDatabase('the keys of a tenant in the database', (database) => {
  const clock = testClock('2026-03-02T09:00:00+08:00')
  const masterKey = randomBytes(32)
  const open = () => openKeyring({ masterKey, store: databaseKeyStore(database()), clock })
  const addTenant = (id: number) =>
    sql`insert into tenant (id, code, name, name_en, number_prefix, valid_from)
        values (${id}, ${`9999${10 + id}`}, '试验区', 'Trial', ${`TR${String.fromCharCode(65 + id)}`}, '2020-01-01')`.execute(
      database().owner,
    )

  test('are made once, even when several processes meet the tenant at the same moment', async () => {
    await addTenant(1)
    const processes = await Promise.all(Array.from({ length: 4 }, () => open().forTenant(1)))
    const sealed = processes.map(({ columns }) => columns.seal('02400000001', place))
    const later = await open().forTenant(1)
    expect(sealed.map((box) => later.columns.openText(box, place))).toEqual(Array(4).fill('02400000001'))
    const rows = await databaseKeyStore(database()).load(1)
    expect(rows.map(({ keyId, purpose }) => [keyId, purpose])).toEqual([
      [1, 'column'],
      [2, 'file'],
      [3, 'index'],
    ])
    expect(rows[0]).toMatchObject({ tenant: 1, createdAt: clock.now(), retiredAt: null })
  })

  test('are rotated by adding one, and what the old one sealed still opens', async () => {
    await addTenant(2)
    const sealed = (await open().forTenant(2)).columns.seal('02400000001', place)
    expect(await open().rotate(2, 'column')).toBe(4)
    clock.advance(60_000)
    const { columns } = await open().forTenant(2)
    expect(Buffer.from(columns.seal('', place)).readUInt32BE(1)).toBe(4)
    expect(columns.openText(sealed, place)).toBe('02400000001')
  })

  test('cannot be changed, removed or seen from another tenant by the application', async () => {
    await addTenant(3)
    await open().forTenant(3)
    const as = (tenant: number, statement: string) =>
      inTransaction(
        database(),
        `set local role lianxin_app; set local app.tenant = '${tenant}'`,
        async (trx) => (await sql.raw(statement).execute(trx)).rows,
      )
    await expect(as(3, 'update tenant_key set retired_at = created_at')).rejects.toThrow('permission denied')
    await expect(as(3, 'delete from tenant_key')).rejects.toThrow('permission denied')
    expect(await as(3, 'select key_id from tenant_key where tenant = 3')).toHaveLength(3)
    expect(await as(2, 'select key_id from tenant_key where tenant = 3')).toHaveLength(0)
  })

  test('are refused for a tenant that does not exist', async () => {
    await expect(open().forTenant(77)).rejects.toThrow('tenant_key_tenant_fkey')
  })
})
