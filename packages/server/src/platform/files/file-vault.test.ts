import { execFile, execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { type KeyStore, openKeyring, type WrappedKey } from '../crypto/keyring.ts'
import { openFileVault } from './file-vault.ts'

const run = promisify(execFile)
const keys: WrappedKey[] = []
const store: KeyStore = {
  load: async (tenant) => keys.filter((key) => key.tenant === tenant),
  insert: async (key) => keys.push(key) > 0,
}
const keyring = openKeyring({ masterKey: randomBytes(32), store, clock: systemClock })
const photo = Buffer.from('a photo of a broken pipe '.repeat(1000))

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lianxin-vault-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Two ways to meet the end of the storage: a limit that every machine has, and a real full disk where we may mount. */
const canMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', tmpdir()])
    return true
  } catch {
    return false
  }
})()
const fullDisks = [
  { storage: 'a limit on the size of files', command: ['sh', '-c', 'ulimit -f 64; exec "$@"', 'sh'] },
  ...(canMount
    ? [
        {
          storage: 'a full disk',
          command: [
            'unshare',
            '-rm',
            'sh',
            '-c',
            'mount -t tmpfs -o size=64k tmpfs "$ROOT"; exec "$@"',
            'sh',
          ],
        },
      ]
    : []),
]

const pathOf = (tenant: number, id: string) => join(root, String(tenant), id.slice(-2), id)
const incoming = () => readdir(join(root, 'incoming'))

test('a file comes back as it was, also after a restart, and the disk holds none of it in clear', async () => {
  const id = randomUUID()
  expect(await (await openFileVault({ root, keyring })).put(1, id, photo)).toBeUndefined()
  expect(Buffer.from(await (await openFileVault({ root, keyring })).get(1, id))).toEqual(photo)
  expect((await readFile(pathOf(1, id))).includes('broken pipe')).toBe(false)
  expect(await incoming()).toEqual([])
})

test('an erased file is gone from the disk, and erasing it twice does no harm', async () => {
  const vault = await openFileVault({ root, keyring })
  const id = randomUUID()
  await vault.put(1, id, photo)
  expect(await vault.erase(1, id)).toBe(true)
  expect(await readdir(join(root, '1', id.slice(-2)))).toEqual([])
  await expect(vault.get(1, id)).rejects.toMatchObject({ code: 'missing' })
  expect(await vault.erase(1, id)).toBe(false)
})

test('storing the same bytes again is a harmless retry; other bytes under a taken id are a conflict', async () => {
  const vault = await openFileVault({ root, keyring })
  const id = randomUUID()
  expect(await Promise.all([1, 2, 3].map(() => vault.put(1, id, photo)))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  await expect(vault.put(1, id, Buffer.from('another photo'))).rejects.toMatchObject({ code: 'conflict' })
  expect(Buffer.from(await vault.get(1, id))).toEqual(photo)
  expect(await incoming()).toEqual([])
})

test('a file that was changed, cut, renamed or moved to another tenant is corrupt', async () => {
  const vault = await openFileVault({ root, keyring })
  const [id, other] = [randomUUID(), randomUUID()]
  await vault.put(1, id, photo)
  await vault.put(2, id, photo)
  const stored = await readFile(pathOf(1, id))
  await writeFile(pathOf(1, id), stored.subarray(0, 100))
  await expect(vault.get(1, id)).rejects.toMatchObject({ code: 'corrupt' })
  await writeFile(pathOf(1, id), '')
  await expect(vault.get(1, id)).rejects.toMatchObject({ code: 'corrupt' })
  await writeFile(pathOf(2, id), stored)
  await expect(vault.get(2, id)).rejects.toMatchObject({ code: 'corrupt' })
  await vault.put(1, other, Buffer.from('another photo'))
  await rename(pathOf(1, other), pathOf(1, id))
  await expect(vault.get(1, id)).rejects.toMatchObject({ code: 'corrupt' })
})

test('a stream is stored like a buffer, and reading stops once it is longer than allowed', async () => {
  const vault = await openFileVault({ root, keyring, maxBytes: 1000 })
  let given = 0
  async function* chunks(count: number) {
    for (let n = 0; n < count; n++) {
      given += 1
      yield Buffer.alloc(100, n)
    }
  }
  const id = randomUUID()
  expect(await vault.put(1, id, chunks(10))).toBeUndefined()
  expect((await vault.get(1, id)).length).toBe(1000)
  given = 0
  expect(await vault.put(1, randomUUID(), chunks(1_000_000))).toEqual({ refusal: 'file.too-large' })
  expect(given).toBe(11)
})

test('a stream that breaks off leaves nothing behind', async () => {
  const vault = await openFileVault({ root, keyring })
  const id = randomUUID()
  async function* broken() {
    yield Buffer.alloc(100)
    throw new Error('the phone went away')
  }
  await expect(vault.put(1, id, broken())).rejects.toThrow('went away')
  await expect(vault.get(1, id)).rejects.toMatchObject({ code: 'missing' })
  expect(await incoming()).toEqual([])
})

test('what a killed process left half-written is cleared at the next start, and whole files stay', async () => {
  const id = randomUUID()
  await (await openFileVault({ root, keyring })).put(1, id, photo)
  await writeFile(join(root, 'incoming', 'draft'), 'half')
  const vault = await openFileVault({ root, keyring })
  expect(await incoming()).toEqual([])
  expect(Buffer.from(await vault.get(1, id))).toEqual(photo)
})

test.each(['../../etc/passwd', '..', '', 'A197F0A0-0000-7000-8000-000000000001', `${randomUUID()}/x`])(
  'a name that is no UUID never reaches the disk: %j',
  async (id) => {
    const vault = await openFileVault({ root, keyring })
    await expect(vault.get(1, id)).rejects.toThrow(RangeError)
    await expect(vault.put(1, id, photo)).rejects.toThrow(RangeError)
    await expect(vault.erase(1, id)).rejects.toThrow(RangeError)
    await expect(vault.get(0, randomUUID())).rejects.toThrow(RangeError)
  },
)

test.each(fullDisks)(
  '$storage is refused as such, leaves nothing behind, and smaller files still go in',
  async (full) => {
    const story = `
    import { randomBytes, randomUUID } from 'node:crypto'
    import { readdir } from 'node:fs/promises'
    const { openFileVault } = await import('./file-vault.ts')
    const { openKeyring } = await import('../crypto/keyring.ts')
    const root = process.env.ROOT
    const keys = []
    const store = { load: async () => keys, insert: async (key) => keys.push(key) > 0 }
    const keyring = openKeyring({ masterKey: randomBytes(32), store, clock: { now: Date.now } })
    const vault = await openFileVault({ root, keyring })
    const [large, small] = ['0197f0a0-0000-7000-8000-0000000000aa', '0197f0a0-0000-7000-8000-0000000000bb']
    const refused = await vault.put(1, large, randomBytes(200_000))
    const missing = await vault.get(1, large).catch((error) => error.code)
    const stored = await vault.put(1, small, Buffer.alloc(1000, 7))
    const read = (await vault.get(1, small)).length
    const left = await readdir(root + '/incoming')
    console.log(JSON.stringify({ refused, missing, stored: stored ?? 'stored', read, left }))
  `
    const [shell = '', ...words] = full.command
    const node = [process.execPath, '--input-type=module', '--eval', story]
    const { stdout } = await run(shell, [...words, ...node], {
      cwd: import.meta.dirname,
      env: { ...process.env, ROOT: root },
    })
    expect(JSON.parse(stdout)).toEqual({
      refused: { refusal: 'file.storage-full' },
      missing: 'missing',
      stored: 'stored',
      read: 1000,
      left: [],
    })
  },
)
