import { randomBytes } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../../test/support/new-folder.ts'
import { readConfig } from './config.ts'
import { openKeys } from './keys.ts'

test('a demonstration makes its keys at first start and finds them again', async () => {
  const config = readConfig({ DATA_DIR: newFolder() })
  const first = await openKeys(config)
  expect(first.masterKey).toHaveLength(32)
  expect(first.sessionSecret).not.toEqual(first.masterKey)
  expect(await openKeys(config)).toEqual(first)
})

test('nobody else on the machine can read them', async () => {
  const folder = newFolder()
  await openKeys(readConfig({ DATA_DIR: folder }))
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'keys', 'master-key')).mode & 0o777).toBe(0o600)
})

test('keys in the settings are taken, and then none are written', async () => {
  const folder = newFolder()
  const [SESSION_SECRET, MASTER_KEY] = [
    randomBytes(32).toString('base64'),
    randomBytes(32).toString('base64'),
  ]
  const keys = await openKeys(readConfig({ DATA_DIR: folder, SESSION_SECRET, MASTER_KEY }))
  expect(Buffer.from(keys.masterKey).toString('base64')).toBe(MASTER_KEY)
  expect(() => statSync(join(folder, 'keys'))).toThrow('ENOENT')
})

test('a damaged key file stops the start with a sentence instead of a new key', async () => {
  const folder = newFolder()
  const config = readConfig({ DATA_DIR: folder })
  await openKeys(config)
  writeFileSync(join(folder, 'keys', 'master-key'), 'half')
  await expect(openKeys(config)).rejects.toThrow('is damaged: restore it from your copy of the keys folder.')
})
