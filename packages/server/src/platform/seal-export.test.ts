import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSealExport, sealExport } from './seal-export.ts'

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lianxin-seals-')), 'seals')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

test('lines are read as they were written, each tenant’s by itself', async () => {
  const write = sealExport(folder)
  await write(1, 'one')
  await write(2, 'another tenant’s')
  await write(1, 'two')
  expect(await readSealExport(folder, 1)).toEqual(['one', 'two'])
  expect(await readSealExport(folder, 2)).toEqual(['another tenant’s'])
})

test('nothing exported yet reads as nothing', async () => {
  expect(await readSealExport(folder, 1)).toEqual([])
})

test('half a line of a killed process does not swallow the next one', async () => {
  const write = sealExport(folder)
  await write(1, '{"number":1}')
  await appendFile(join(folder, 'seals-1.ndjson'), '\n{"numb')
  await write(1, '{"number":2}')
  expect(await readSealExport(folder, 1)).toEqual(['{"number":1}', '{"numb', '{"number":2}'])
})

test('only the server’s own user may read the file', async () => {
  await sealExport(folder)(1, 'one')
  expect((await stat(join(folder, 'seals-1.ndjson'))).mode & 0o777).toBe(0o600)
})
