import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { inTransaction } from './transaction.ts'

const NOT_ALLOWED = { code: '42501' }
const asApplication = 'set local role lianxin_app; set local app.tenant = 1'

describeOnEachDatabase('the login role', (database, driver) => {
  test('has none of the powers that walk through row-level security', async () => {
    const { rows } = await sql`
      select session_user::text as login, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
      from pg_roles where rolname = session_user`.execute(database().app)
    expect(rows).toEqual([
      {
        login: 'lianxin_login',
        rolsuper: false,
        rolinherit: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
      },
    ])
  })

  test('owns nothing', async () => {
    const { rows } = await sql`
      select relname from pg_class
      where relowner in (select oid from pg_roles where rolname in ('lianxin_login', 'lianxin_app', 'lianxin_auth'))`.execute(
      database().owner,
    )
    expect(rows).toEqual([])
  })

  test.each(['public.event', 'public.tenant', 'auth."user"', 'public.migration'])(
    'cannot read %s without taking a role',
    async (table) => {
      await expect(sql`select * from ${sql.raw(table)}`.execute(database().app)).rejects.toMatchObject(
        NOT_ALLOWED,
      )
    },
  )

  test.each([
    'create table public.mine (a int)',
    'create schema mine',
    'set role lianxin_owner',
    'set role postgres',
    // The embedded database's one session began as superuser, and PostgreSQL lets such a session change its name.
    ...(driver === 'postgres' ? ['set session authorization lianxin_owner'] : []),
    'create role another',
    "alter role lianxin_login password 'x'; set role postgres",
  ])('cannot: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database().app)).rejects.toMatchObject(NOT_ALLOWED)
  })

  test.each([
    "update event set type = 'x.y'",
    'delete from event',
    'truncate event',
    'select * from event_2026',
    'delete from content',
    "insert into tenant values (9, '210199', 'x', 'x', 'XX', '2020-01-01', null)",
    'select * from auth."user"',
    'create table mine (a int)',
    'create temporary table mine (a int)',
  ])('as the application role it cannot: %s', async (statement) => {
    const attempt = inTransaction(database(), asApplication, (trx) => sql.raw(statement).execute(trx))
    await expect(attempt).rejects.toMatchObject(NOT_ALLOWED)
  })

  test('the sign-in library has its own role and schema, and no table of ours', async () => {
    const { rows } = await sql`
      select current_user::text as role, current_setting('search_path') as path`.execute(database().auth)
    expect(rows).toEqual([{ role: 'lianxin_auth', path: 'auth' }])
    await expect(sql`select * from public.tenant`.execute(database().auth)).rejects.toMatchObject(NOT_ALLOWED)
  })

  test('PostGIS is there for the application role', async () => {
    const { rows } = await inTransaction(database(), asApplication, (trx) =>
      sql<{ covers: boolean }>`
        select ST_Covers(ST_MakeEnvelope(123, 41, 124, 42, 4326), ST_SetSRID(ST_MakePoint(123.41, 41.83), 4326)) as covers,
          ST_IsValid(ST_Transform(ST_SetSRID(ST_MakePoint(123.41, 41.83), 4326), 4490)) as transforms`.execute(
        trx,
      ),
    )
    expect(rows).toEqual([{ covers: true, transforms: true }])
  })
})
