import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { timestamp } from './parameters.ts'
import { runScript } from './transaction.ts'

describeOnEachDatabase('an append-only table', (database) => {
  const asOwner = (statement: string) =>
    database()
      .owner.transaction()
      .execute((trx) => runScript(trx, `set local app.tenant = 1; ${statement}`))

  beforeAll(async () => {
    await database()
      .owner.transaction()
      .execute(async (trx) => {
        await runScript(trx, 'set local app.tenant = 1')
        await sql`
          insert into event (tenant, seq, id, type, stream, stream_id, stream_version, actor_kind, command_id, payload, recorded_at)
          select 1, year - 2023, gen_random_uuid(), 'case.reported', 'case', gen_random_uuid(), 1, 'system',
            gen_random_uuid(), '{}', make_timestamptz(year, 6, 1, 0, 0, 0)
          from generate_series(2024, 2030) as year where ${timestamp(0)} is not null`.execute(trx)
      })
  })

  test.each([
    "update event set type = 'case.closed'",
    'delete from event',
    'truncate event',
    'truncate event_2026',
  ])('refuses its owner: %s', async (statement) => {
    await expect(asOwner(statement)).rejects.toThrow(/append-only/)
  })

  test('takes rows of every year, those without a part of their own too', async () => {
    const { rows } = await database()
      .owner.transaction()
      .execute(async (trx) => {
        await runScript(trx, 'set local app.tenant = 1')
        return sql<{
          part: string
        }>`select distinct tableoid::regclass::text as part from event order by 1`.execute(trx)
      })
    expect(rows.map(({ part }) => part)).toEqual([
      'event_2025',
      'event_2026',
      'event_2027',
      'event_2028',
      'event_other',
    ])
  })
})
