import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { json, timestamp } from './parameters.ts'

const NOON = Date.UTC(2026, 1, 28, 4, 0, 0, 123)

const ID = '0190b6a5-7c1e-7000-8000-000000000001'

/** What a statement says, and what arrives. */
const CASES: readonly (readonly [name: string, expression: RawBuilder<unknown>, arrives: unknown])[] = [
  ['int2', sql`7::int2`, 7],
  ['int4', sql`${7}::int4`, 7],
  ['int8', sql`${9007199254740991}::int8`, 9_007_199_254_740_991],
  ['int8[]', sql`array[1, null, 3]::int8[]`, [1, null, 3]],
  ['count', sql`count(*)`, 1],
  ['float8', sql`${0.1}::float8`, 0.1],
  ['numeric', sql`0.10::numeric`, '0.10'],
  ['numeric[]', sql`array[0.10, 12345678901234567890]::numeric[]`, ['0.10', '12345678901234567890']],
  ['bool', sql`${true}::bool`, true],
  ['text', sql`${"it's 连心; drop table event; --"}::text`, "it's 连心; drop table event; --"],
  ['text[]', sql`${['a', 'b,c', '"d"', '']}::text[]`, ['a', 'b,c', '"d"', '']],
  ['null', sql`${null}::timestamptz`, null],
  ['uuid', sql`${ID}::uuid`, ID],
  ['uuid[]', sql`${[ID, ID]}::uuid[]`, [ID, ID]],
  ['uuid[] without any', sql`array[]::uuid[]`, []],
  ['uuid[] with nothing in it', sql`array[${ID}, null]::uuid[]`, [ID, null]],
  ['uuid[] of rows', sql`array[array[${ID}], array[${ID}]]::uuid[]`, [[ID], [ID]]],
  ['timestamptz', sql`${timestamp(NOON)}`, NOON],
  ['timestamptz with another zone', sql`'2026-02-28 12:00:00.123+08'::timestamptz`, NOON],
  ['timestamptz on the second', sql`'2026-02-28 04:00:00Z'::timestamptz`, NOON - 123],
  ['timestamptz between two milliseconds', sql`'2026-02-28 04:00:00.123999Z'::timestamptz`, NOON],
  ['timestamptz of a year before our era', sql`'0044-03-15 12:00:00 BC Z'::timestamptz`, -63_517_780_800_000],
  ['timestamptz before 1970', sql`${timestamp(-1)}`, -1],
  ['timestamptz[]', sql`array[${timestamp(NOON)}, null]`, [NOON, null]],
  ['timestamptz infinity', sql`'infinity'::timestamptz`, Number.POSITIVE_INFINITY],
  ['date', sql`'2026-02-28'::date`, '2026-02-28'],
  ['date from a moment is the date in UTC', sql`'2026-02-28 23:30Z'::timestamptz::date`, '2026-02-28'],
  ['date[]', sql`array['2026-02-28']::date[]`, ['2026-02-28']],
  ['timestamp', sql`'2026-02-28 04:00'::timestamp`, '2026-02-28 04:00:00'],
  ['time', sql`'08:30'::time`, '08:30:00'],
  ['jsonb object', json({ a: [1, '二', null], b: { c: true } }), { a: [1, '二', null], b: { c: true } }],
  ['jsonb array', json(['a', 1]), ['a', 1]],
  ['jsonb string', json('x'), 'x'],
  ['jsonb null', json(null), null],
  ['bytea', sql`${new Uint8Array([0, 255, 92])}::bytea`, new Uint8Array([0, 255, 92])],
  ['bytea without any', sql`${new Uint8Array()}::bytea`, new Uint8Array()],
  ['bytea[]', sql`array['\\x00ff']::bytea[]`, [new Uint8Array([0, 255])]],
  [
    'geometry',
    sql`ST_SetSRID(ST_MakePoint(1, 2), 4326)`,
    '0101000020E6100000000000000000F03F0000000000000040',
  ],
]

describeOnEachDatabase('values of the type', (database) => {
  test.each(CASES)('%s', async (_, expression, arrives) => {
    const rows = await database().owner.selectNoFrom(expression.as('value')).execute()
    expect(rows).toStrictEqual([{ value: arrives }])
  })

  test('a whole number too large for JavaScript is an error, not another number', async () => {
    await expect(sql`select 9007199254740993::int8 as value`.execute(database().owner)).rejects.toThrow(
      /too large/,
    )
  })

  test('the sign-in library gets moments as the Date that it expects', async () => {
    const { rows } = await sql`select ${new Date(NOON)}::timestamptz as value`.execute(database().auth)
    expect(rows).toStrictEqual([{ value: new Date(NOON) }])
  })

  test('the affected rows of a change are counted', async () => {
    const result = await database()
      .owner.transaction()
      .execute(async (trx) => {
        await sql`set local app.tenant = 3`.execute(trx)
        return sql`insert into content (tenant, id, stream_id, field, body, created_at)
          select 3, gen_random_uuid(), gen_random_uuid(), 'words', '\\x', ${timestamp(0)} from generate_series(1, 3)`.execute(
          trx,
        )
      })
    expect(result.numAffectedRows).toBe(3n)
  })
})
