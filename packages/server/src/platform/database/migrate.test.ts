import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { newFolder } from '../../../test/support/new-folder.ts'
import { newPostgresDatabase, openPostgresAt } from '../../../test/support/test-cluster.ts'
import { migrate } from './migrate.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'
import { inTransaction, runScript } from './transaction.ts'

const migration = (number: number, text: string): MigrationFile => ({
  number,
  name: `test-${number}`,
  owner: 'test',
  sql: text,
  sha256: createHash('sha256').update(text).digest('hex'),
})

describeOnEachDatabase('migrating', (database) => {
  const shipped = readMigrations()
  const withExtra = async (...extra: MigrationFile[]) => ({
    migrations: [...(await shipped), ...extra],
    now: () => 1_000,
  })

  test('a database that is up to date has nothing to do', async () => {
    expect(await migrate(database())).toEqual([])
  })

  test('applies what is new in order, as the owner, and stamps the given time', async () => {
    const options = await withExtra(
      migration(9001, 'create table first_extra (id int primary key)'),
      migration(9002, 'create table second_extra (id int references first_extra)'),
    )
    expect((await migrate(database(), options)).map(({ number }) => number)).toEqual([9001, 9002])
    const { rows } = await sql`
      select number, name, applied_at from migration where number > 9000 order by number`.execute(
      database().owner,
    )
    expect(rows).toEqual([
      { number: 9001, name: 'test-9001', applied_at: 1_000 },
      { number: 9002, name: 'test-9002', applied_at: 1_000 },
    ])
    const owner = await sql`
      select relowner::regrole::text as owner from pg_class where relname = 'second_extra'`.execute(
      database().owner,
    )
    expect(owner.rows).toEqual([{ owner: 'lianxin_owner' }])
  })

  test('an unknown migration in the database is refused: the program is older than it', async () => {
    await expect(migrate(database())).rejects.toThrow(
      'The database has had migration 9001 (test-9001), which this version of the program does not know',
    )
  })

  test('a migration that was changed after it was applied is refused by name', async () => {
    const changed = await withExtra(migration(9001, 'create table something_else ()'))
    await expect(migrate(database(), changed)).rejects.toThrow(
      'Migration 9001 (test-9001) has been changed after it was applied',
    )
  })

  test('a failing migration leaves nothing of itself and keeps those before it', async () => {
    const options = await withExtra(
      migration(9001, 'create table first_extra (id int primary key)'),
      migration(9002, 'create table second_extra (id int references first_extra)'),
      migration(9003, 'create table kept_extra ()'),
      migration(9004, 'create table lost_extra (); select 1 / 0'),
      migration(9005, 'create table never_extra ()'),
    )
    await expect(migrate(database(), options)).rejects.toMatchObject({ code: '22012' })
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relname in ('kept_extra', 'lost_extra', 'never_extra')`.execute(
      database().owner,
    )
    expect(rows.map(({ relname }) => relname)).toEqual(['kept_extra'])
  })
})

test('of several processes that start at once on an empty server one migrates and the others wait', async () => {
  const address = await newPostgresDatabase(inject('runFolder'), 'empty')
  const starting = [1, 2, 3].map(() => openPostgresAt(address))
  const applied = await Promise.all(starting.map((database) => migrate(database)))
  expect(applied.map(({ length }) => length).sort()).toEqual([0, 0, (await readMigrations()).length])
  await Promise.all(starting.map((database) => database.close()))
})

test('a credential that may not make roles or extensions is told so in a sentence', async () => {
  const address = await newPostgresDatabase(inject('runFolder'), 'empty')
  const database = openPostgresAt({ ...address, ownerUrl: address.loginUrl })
  await expect(migrate(database)).rejects.toThrow(
    'The credential in MIGRATION_DATABASE_URL lacks a right that migration 1 (roles) needs',
  )
  await database.close()
})

test('a credential that owns the database and may create roles is enough where PostGIS is there already', async () => {
  const address = await newPostgresDatabase(inject('runFolder'), 'empty')
  const administrator = openPostgresAt(address)
  const name = new URL(address.ownerUrl).pathname.slice(1)
  await runScript(
    administrator.owner,
    `set role none; create extension postgis; create role managed_owner login createrole; alter database ${name} owner to managed_owner`,
  )
  await administrator.close()

  const managed = openPostgresAt({
    ...address,
    ownerUrl: address.ownerUrl.replace('postgres@', 'managed_owner@'),
  })
  expect(await migrate(managed)).toHaveLength((await readMigrations()).length)
  const reading = inTransaction(managed, 'set local role lianxin_app; set local app.tenant = 1', (trx) =>
    trx.selectFrom('event').selectAll().execute(),
  )
  expect(await reading).toEqual([])
  await managed.close()
})

test('a server that does not know the owner starts on a database that is up to date, and says what to do on one that is not', async () => {
  const { loginUrl } = await newPostgresDatabase(inject('runFolder'), 'migrated')
  const upToDate = openPostgresAt({ loginUrl, ownerUrl: undefined })
  expect(await migrate(upToDate)).toEqual([])
  const extra = [...(await readMigrations()), migration(9001, 'select 1')]
  await expect(migrate(upToDate, { migrations: extra })).rejects.toThrow('The database lacks 1 of')
  await upToDate.close()

  const empty = await newPostgresDatabase(inject('runFolder'), 'empty')
  const bare = openPostgresAt({ loginUrl: empty.loginUrl, ownerUrl: undefined })
  await expect(migrate(bare)).rejects.toThrow(
    /The database lacks (\d+) of \1 migrations: run `npm run db:migrate`/,
  )
  await bare.close()
})

test.each([
  ['0001-a.sql', 'select 1', 'must begin with "-- owner: <module>"'],
  ['first.sql', '-- owner: test', 'must be called NNNN-name.sql'],
])('a file %s with the text "%s" is refused', async (name, text, sentence) => {
  const folder = newFolder()
  await writeFile(join(folder, name), text)
  await expect(readMigrations(folder)).rejects.toThrow(sentence)
})

test('two files with one number are refused', async () => {
  const folder = newFolder()
  await writeFile(join(folder, '0001-a.sql'), '-- owner: test\n')
  await writeFile(join(folder, '0001-b.sql'), '-- owner: test\n')
  await expect(readMigrations(folder)).rejects.toThrow('Two migrations have the number 1.')
})

test('line ends do not change a checksum', async () => {
  const folder = newFolder()
  await writeFile(join(folder, '0001-unix.sql'), '-- owner: test\nselect 1;\n')
  await writeFile(join(folder, '0002-other.sql'), '-- owner: test\r\nselect 1;\r\n')
  const [unix, other] = await readMigrations(folder)
  expect(unix?.sha256).toBe(other?.sha256)
})
