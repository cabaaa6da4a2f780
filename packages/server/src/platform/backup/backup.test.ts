import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DRIVERS, type Driver, openTestDatabase } from '../../../test/support/describe-on-each-database.ts'
import { newFolder } from '../../../test/support/new-folder.ts'
import type { Database } from '../database/database.ts'
import { timestamp } from '../database/parameters.ts'
import { backUp } from './back-up.ts'
import { listTables } from './list-tables.ts'
import { restore } from './restore.ts'

const NASTY = `quote ' double " back \\ tab \t line \n brace {,} null \\N 连心 \u{1F3E0} '); drop table event; --`

/** Two tenants with rows of every kind of type, a unit above another, an account and a file. */
const fill = async (database: Database, filesFolder: string): Promise<void> => {
  for (const tenant of [1, 2]) {
    await database.owner.transaction().execute(async (trx) => {
      await sql`set local app.tenant = ${sql.lit(tenant)}`.execute(trx)
      await sql`insert into tenant (id, code, name, name_en, number_prefix, valid_from)
        values (${tenant}, ${`21010${tenant}`}, ${NASTY}, 'x', ${tenant === 1 ? 'AA' : 'BB'}, '2022-06-06')`.execute(
        trx,
      )
      await sql`insert into tenant_head (tenant, seq) values (${tenant}, 1234)`.execute(trx)
      await sql`insert into event (tenant, seq, id, type, stream, stream_id, stream_version, actor_kind, command_id, payload, recorded_at)
        select ${tenant}, n, gen_random_uuid(), 'case.reported', 'case', gen_random_uuid(), 1, 'system', gen_random_uuid(),
          jsonb_build_object('n', n, 'at', 1e15 + n), '2025-12-31 23:59:00.123456Z'::timestamptz + n * interval '1 second'
        from generate_series(1, 1234) n`.execute(trx)
      await sql`insert into content (tenant, id, stream_id, field, body, created_at)
        values (${tenant}, gen_random_uuid(), gen_random_uuid(), ${NASTY}, ${Buffer.from([0, 1, 255])}, ${timestamp(0)})`.execute(
        trx,
      )
    })
  }
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (gen_random_uuid(), ${NASTY}, 'x@x.invalid', true, ${new Date(0)}, ${new Date(0)})`.execute(
    database.auth,
  )
  await mkdir(join(filesFolder, '1', 'ab'), { recursive: true })
  await writeFile(join(filesFolder, '1', 'ab', randomUUID()), Buffer.from([1, 2, 3]))
  await mkdir(join(filesFolder, 'incoming'))
  await writeFile(join(filesFolder, 'incoming', 'half'), 'half')
}

/** Everything in the database as texts, sorted. */
const everything = (database: Database): Promise<Record<string, readonly string[]>> =>
  database.owner.transaction().execute(async (trx) => {
    const found: Record<string, readonly string[]> = {}
    for (const { schema, table, walled } of await listTables(trx)) {
      for (const tenant of walled ? [1, 2] : [0]) {
        await sql`set local app.tenant = ${sql.lit(tenant)}`.execute(trx)
        const { rows } = await sql<{ row: string }>`
          select (${sql.id(table)}.*)::text as row from ${sql.id(schema, table)} order by 1`.execute(trx)
        found[`${schema}.${table} ${tenant}`] = rows.map(({ row }) => row)
      }
    }
    return found
  })

describe.each(DRIVERS)('a backup from %s', (driver) => {
  const other: Driver = driver === 'pglite' ? 'postgres' : 'pglite'
  const filesFolder = newFolder()
  const target = join(newFolder(), 'made')
  let database: Database

  beforeAll(async () => {
    database = await openTestDatabase(driver)
    await fill(database, filesFolder)
    await backUp({ database, filesFolder, target, takenAt: 1_000 })
  })
  afterAll(() => database.close())

  test('says what is in it', () => {
    const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as {
      tables: { table: string; rows: number }[]
      files: unknown[]
    }
    expect(manifest.tables.find(({ table }) => table === 'event')?.rows).toBe(2468)
    expect(manifest.tables.find(({ table }) => table === 'user')?.rows).toBe(1)
    expect(manifest.files).toHaveLength(1)
  })

  test(`restores every row and file on ${other}, and what was restored is protected as before`, async () => {
    const restored = await openTestDatabase(other)
    const restoredFiles = join(newFolder(), 'files')
    await restore({ database: restored, filesFolder: restoredFiles, source: target })
    expect(await everything(restored)).toEqual(await everything(database))
    expect(await readdir(join(restoredFiles, '1', 'ab'))).toEqual(await readdir(join(filesFolder, '1', 'ab')))
    const orphan = restored.owner.transaction().execute(async (trx) => {
      await sql`set local app.tenant = 7`.execute(trx)
      await sql`insert into tenant_head (tenant, seq) values (7, 0)`.execute(trx)
    })
    await expect(orphan).rejects.toMatchObject({ code: '23503' })
    const change = restored.owner.transaction().execute(async (trx) => {
      await sql`set local app.tenant = 1`.execute(trx)
      await sql`delete from event`.execute(trx)
    })
    await expect(change).rejects.toThrow('append-only')
    await restored.close()
  })

  test('is not restored over rows that are there', async () => {
    await expect(restore({ database, source: target })).rejects.toThrow(
      'The database is not empty (there are rows in user): restore into a new one, so that nothing can be lost.',
    )
  })

  test('is not written into a folder that is in use', async () => {
    await expect(backUp({ database, target, takenAt: 0 })).rejects.toThrow('is not empty: name a new one')
  })
})

describe('a backup that is not whole', () => {
  const target = join(newFolder(), 'made')
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    const filesFolder = newFolder()
    await fill(database, filesFolder)
    await backUp({ database, filesFolder, target, takenAt: 1_000 })
    await database.close()
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())

  test('is refused before anything is written: altered, then missing', async () => {
    const file = join(target, 'tables', 'public.event.ndjson.gz')
    await appendFile(file, 'x')
    const attempt = () => restore({ database, source: target })
    await expect(attempt()).rejects.toThrow('is damaged: tables/public.event.ndjson.gz is altered.')
    await rm(file)
    await expect(attempt()).rejects.toThrow('is damaged: tables/public.event.ndjson.gz is missing.')
    const { rows } = await sql`select * from tenant`.execute(database.owner)
    expect(rows).toEqual([])
  })

  test('a folder without a manifest is not a backup', async () => {
    await expect(restore({ database, source: newFolder() })).rejects.toThrow(
      'is not a backup: it has no manifest.json.',
    )
  })

  test('one from an unknown version of the program is refused', async () => {
    const folder = newFolder()
    const migrations = [{ number: 77, name: 'unknown', sha256: 'f'.repeat(64) }]
    await writeFile(
      join(folder, 'manifest.json'),
      JSON.stringify({ format: 1, takenAt: 0, migrations, tables: [], files: [] }),
    )
    await expect(restore({ database, source: folder })).rejects.toThrow(
      'The backup was made by another version of the program (migration 77, unknown, is not known here)',
    )
  })
})
