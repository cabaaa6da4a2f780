import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterEach, expect, inject, test } from 'vitest'
import { newFolder } from '../../../test/support/new-folder.ts'
import { migratedImage } from '../../../test/support/pglite-image.ts'
import { openPglite } from './open-pglite.ts'

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Writes rows one by one and prints the number of each after its commit was acknowledged. */
const WRITER = `
  import { openPglite } from ${here('./open-pglite.ts')}
  import { inTransaction } from ${here('./transaction.ts')}
  import { sql } from ${JSON.stringify(import.meta.resolve('kysely'))}
  const [folder, image, first] = process.argv.slice(1)
  const database = await openPglite(image === '' ? { folder } : { folder, image })
  for (let number = Number(first); ; number += 1) {
    await inTransaction(database, 'set local role lianxin_app; set local app.tenant = 1', (trx) =>
      sql\`insert into content (tenant, id, stream_id, field, body, created_at)
          values (1, gen_random_uuid(), gen_random_uuid(), \${String(number)}, '\\\\x', now())\`.execute(trx))
    process.stdout.write(number + '\\n')
  }`

let running: ChildProcess | undefined
afterEach(() => {
  running?.kill('SIGKILL')
})

/** Runs the writer, kills it with SIGKILL in the middle of its work, and returns the last number it was sure of. */
const writeUntilKilled = async (folder: string, image: string, first: number): Promise<number> => {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', WRITER, folder, image, String(first)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  running = child
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
    if (said.split('\n').length > 400) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const whole = said.slice(0, said.lastIndexOf('\n')).split('\n')
  return Number(whole.at(-1))
}

test('kill -9 in the middle of writing loses no acknowledged row, twice in a row', {
  timeout: 300_000,
}, async () => {
  const folder = newFolder()
  const image = await migratedImage(inject('runFolder'))
  const first = await writeUntilKilled(folder, image, 1)
  const second = await writeUntilKilled(folder, '', first + 1000)
  expect(first).toBeGreaterThanOrEqual(390)
  expect(second).toBeGreaterThanOrEqual(first + 1390)

  const database = await openPglite({ folder })
  const { rows } = await database.owner.transaction().execute(async (trx) => {
    await sql`set local app.tenant = 1`.execute(trx)
    return sql<{ field: number }>`select field::int from content order by 1`.execute(trx)
  })
  await database.close()
  const found = new Set(rows.map(({ field }) => field))
  const acknowledged = [
    ...Array.from({ length: first }, (_, index) => index + 1),
    ...Array.from({ length: second - first - 999 }, (_, index) => first + 1000 + index),
  ]
  expect(acknowledged.filter((number) => !found.has(number))).toEqual([])
  expect(found.size - acknowledged.length).toBeLessThanOrEqual(2 * 400) // written, but not yet said when the end came
})
