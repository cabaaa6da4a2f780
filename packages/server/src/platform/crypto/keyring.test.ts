import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testClock } from '../clock.ts'
import { CryptoError } from './crypto-error.ts'
import { createEnvelope } from './envelope.ts'
import { type KeyStore, openKeyring, type WrappedKey } from './keyring.ts'
import { aes256Gcm, SEAL_ALGORITHMS } from './seal-algorithm.ts'

const place = { table: 'requester', column: 'phone', row: '0197f0a0-0000-7000-8000-000000000001' }
const phone = '02400000001'

/** Rows in memory with the primary key of the table: the one thing that a race is settled by. */
function storeInMemory() {
  const rows: WrappedKey[] = []
  const store: KeyStore = {
    load: async (tenant) => rows.filter((row) => row.tenant === tenant),
    insert: async (key) => {
      if (rows.some((row) => row.tenant === key.tenant && row.keyId === key.keyId)) return false
      rows.push(key)
      return true
    },
  }
  return { rows, store }
}

function installation(options: { masterKey?: Uint8Array; algorithm?: typeof aes256Gcm } = {}) {
  const { rows, store } = storeInMemory()
  const clock = testClock('2026-03-02T09:00:00+08:00')
  const masterKey = options.masterKey ?? randomBytes(32)
  const open = (other: Partial<Parameters<typeof openKeyring>[0]> = {}) =>
    openKeyring({ masterKey, store, clock, algorithm: options.algorithm ?? aes256Gcm, ...other })
  return { rows, store, clock, masterKey, keyring: open(), open }
}

function errorOf(act: () => unknown): CryptoError {
  try {
    act()
  } catch (error) {
    if (error instanceof CryptoError) return error
    throw error
  }
  throw new Error('it opened')
}

describe.each(SEAL_ALGORITHMS.map((algorithm) => [algorithm.name, algorithm] as const))(
  '%s',
  (_, algorithm) => {
    test('anything sealed opens again in its place', async () => {
      const { columns } = await installation({ algorithm }).keyring.forTenant(1)
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plaintext, row) => {
          const sealed = columns.seal(plaintext, { ...place, row })
          expect(Buffer.from(columns.open(sealed, { ...place, row }))).toEqual(Buffer.from(plaintext))
        }),
      )
    })

    test('one changed bit anywhere, or a missing end, is noticed', async () => {
      const { columns } = await installation({ algorithm }).keyring.forTenant(1)
      const sealed = columns.seal(phone, place)
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const changed = Uint8Array.from(sealed)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => columns.open(changed, place)).toThrow(CryptoError)
      }
      for (let length = 0; length < sealed.length; length++) {
        expect(errorOf(() => columns.open(sealed.subarray(0, length), place)).code).toBe('damaged')
      }
    })

    test('the same value sealed twice looks different', async () => {
      const { columns } = await installation({ algorithm }).keyring.forTenant(1)
      expect(Buffer.from(columns.seal(phone, place))).not.toEqual(Buffer.from(columns.seal(phone, place)))
    })
  },
)

test.each([
  ['another row', { ...place, row: '0197f0a0-0000-7000-8000-000000000002' }],
  ['another column', { ...place, column: 'name' }],
  ['another table', { ...place, table: 'account' }],
  ['a border moved between two parts', { ...place, table: 'requesterp', column: 'hone' }],
])('a value copied to %s does not open', async (_, elsewhere) => {
  const { columns } = await installation().keyring.forTenant(1)
  expect(errorOf(() => columns.open(columns.seal(phone, place), elsewhere)).code).toBe('damaged')
})

test('a value of one tenant does not open in another, nor a column as a file', async () => {
  const { keyring } = installation()
  const [one, two] = await Promise.all([keyring.forTenant(1), keyring.forTenant(2)])
  const sealed = one.columns.seal(phone, place)
  expect(() => two.columns.open(sealed, place)).toThrow(CryptoError)
  expect(() => one.files.open(sealed, place)).toThrow(CryptoError)
  expect(() => keyring.installation.columns.open(sealed, place)).toThrow(CryptoError)
})

test('even under the same key, a value opens only in its own tenant and for its own purpose', () => {
  const key = { id: 1, secret: randomBytes(32) }
  const keys = { writing: key, all: [key] }
  const sealed = createEnvelope(1, 'column', keys, aes256Gcm).seal(phone, place)
  expect(createEnvelope(1, 'column', keys, aes256Gcm).openText(sealed, place)).toBe(phone)
  expect(() => createEnvelope(2, 'column', keys, aes256Gcm).open(sealed, place)).toThrow(CryptoError)
  expect(() => createEnvelope(1, 'file', keys, aes256Gcm).open(sealed, place)).toThrow(CryptoError)
})

test('an error tells the column and nothing of the value, the row or the bytes', async () => {
  const { columns } = await installation().keyring.forTenant(1)
  const sealed = columns.seal(phone, place)
  const error = errorOf(() => columns.open(sealed, { ...place, row: 'another-row' }))
  const told = `${error.stack} ${JSON.stringify(error)} ${Object.values(error).join()}`
  expect(error.message).toContain('requester.phone')
  expect(error.cause).toBeUndefined()
  for (const secret of [phone, 'another-row', place.row, Buffer.from(sealed).toString('hex')]) {
    expect(told).not.toContain(secret)
  }
})

test('text opens as text, and bytes that are no text are refused as text', async () => {
  const { columns } = await installation().keyring.forTenant(1)
  expect(columns.openText(columns.seal('\uFEFF牡丹社区 🌸', place), place)).toBe('\uFEFF牡丹社区 🌸')
  const bytes = columns.seal(Uint8Array.of(0xff, 0xfe), place)
  expect(errorOf(() => columns.openText(bytes, place)).code).toBe('damaged')
})

test('what one process sealed, the next one opens: keys are made once and stored wrapped', async () => {
  const { rows, open } = installation()
  const sealed = (await open().forTenant(7)).columns.seal(phone, place)
  expect((await open().forTenant(7)).columns.openText(sealed, place)).toBe(phone)
  expect(rows.map((row) => `${row.keyId} ${row.purpose}`)).toEqual(['1 column', '2 file', '3 index'])
})

test('many processes that meet a new tenant at once end with the same keys', async () => {
  const { rows, open } = installation()
  const tenants = await Promise.all(Array.from({ length: 8 }, () => open().forTenant(7)))
  expect(rows.map((row) => row.purpose).sort()).toEqual(['column', 'file', 'index'])
  const sealed = tenants.map((keys) => keys.columns.seal(phone, place))
  for (const keys of tenants) for (const box of sealed) expect(keys.columns.openText(box, place)).toBe(phone)
})

test('another master key, or a wrapped key moved to another tenant, is refused by name', async () => {
  const { rows, store, open, keyring } = installation()
  await keyring.forTenant(1)
  await expect(open({ masterKey: randomBytes(32) }).forTenant(1)).rejects.toMatchObject({
    code: 'wrong-master-key',
  })
  for (const row of rows.slice()) await store.insert({ ...row, tenant: 2 })
  await expect(keyring.forTenant(2)).rejects.toMatchObject({ code: 'wrong-master-key' })
})

test('a store that failed once is asked again', async () => {
  const { store, open } = installation()
  let failures = 1
  const load: KeyStore['load'] = (tenant) =>
    failures-- > 0 ? Promise.reject(new Error('the database is away')) : store.load(tenant)
  const keyring = open({ store: { ...store, load } })
  await expect(keyring.forTenant(1)).rejects.toThrow('away')
  await expect(keyring.forTenant(1)).resolves.toBeDefined()
})

test('after a rotation old values open, and the new key writes once every process has had time to load it', async () => {
  const { keyring, clock, open } = installation()
  const other = open()
  const before = (await keyring.forTenant(1)).columns.seal(phone, place)
  await other.forTenant(1)
  clock.advance(3_600_000)
  await other.forTenant(1)
  expect(await keyring.rotate(1, 'column')).toBe(4)

  const keyIdOf = (sealed: Uint8Array) => Buffer.from(sealed).readUInt32BE(1)
  expect(keyIdOf((await keyring.forTenant(1)).columns.seal(phone, place))).toBe(1)
  clock.advance(60_000)
  const after = (await keyring.forTenant(1)).columns.seal(phone, place)
  expect(keyIdOf(after)).toBe(4)
  for (const sealed of [before, after]) {
    expect((await other.forTenant(1)).columns.openText(sealed, place)).toBe(phone)
  }
})

test('a retired key opens and does not write', async () => {
  const { keyring, clock, rows, open } = installation()
  const before = (await keyring.forTenant(1)).columns.seal(phone, place)
  await keyring.rotate(1, 'column')
  const retire = (id: number) =>
    rows.splice(0, rows.length, ...rows.map((r) => (r.keyId === id ? { ...r, retiredAt: clock.now() } : r)))
  retire(1)
  const keys = await open().forTenant(1)
  expect(Buffer.from(keys.columns.seal(phone, place)).readUInt32BE(1)).toBe(4)
  expect(keys.columns.openText(before, place)).toBe(phone)
  retire(4)
  await expect(open().forTenant(1)).rejects.toMatchObject({ code: 'unknown-key' })
})

test('a value sealed under a key or an algorithm that is not at hand says so', async () => {
  const { columns } = await installation().keyring.forTenant(1)
  const sealed = Buffer.from(columns.seal(phone, place))
  const otherKey = Buffer.from(sealed)
  otherKey.writeUInt32BE(99, 1)
  expect(errorOf(() => columns.open(otherKey, place)).code).toBe('unknown-key')
  const otherAlgorithm = Buffer.from(sealed)
  otherAlgorithm.writeUInt8(200, 0)
  expect(errorOf(() => columns.open(otherAlgorithm, place)).code).toBe('unknown-algorithm')
})

test('an installation that changes its algorithm still opens what the old one sealed', async () => {
  const { open } = installation()
  const [first, second] = SEAL_ALGORITHMS
  if (!first || !second) throw new Error('two algorithms are needed')
  const old = (await open({ algorithm: first }).forTenant(1)).columns.seal(phone, place)
  const { columns } = await open({ algorithm: second }).forTenant(1)
  expect(columns.openText(old, place)).toBe(phone)
  expect(columns.seal(phone, place)[0]).toBe(second.version)
})

describe('the blind index', () => {
  test('finds a value again, and only in its own field and tenant', async () => {
    const { keyring, open } = installation()
    const one = await keyring.forTenant(1)
    const index = Buffer.from(one.blindIndex('requester.phone', phone)).toString('hex')
    const again = (await open().forTenant(1)).blindIndex('requester.phone', phone)
    expect(index).toMatch(/^[0-9a-f]{32}$/)
    expect(Buffer.from(again).toString('hex')).toBe(index)
    const others = [
      one.blindIndex('requester.phone', '02400000002'),
      one.blindIndex('account.phone', phone),
      (await keyring.forTenant(2)).blindIndex('requester.phone', phone),
      keyring.installation.blindIndex('requester.phone', phone),
    ].map((bytes) => Buffer.from(bytes).toString('hex'))
    expect(new Set([index, ...others]).size).toBe(5)
  })
})

test('keys derived from the master key are stable, and differ by purpose', () => {
  const { keyring, open } = installation()
  expect(open().signingKey('follow')).toEqual(keyring.signingKey('follow'))
  expect(open().signingKey('session')).not.toEqual(keyring.signingKey('follow'))
  const sealed = keyring.installation.columns.seal(phone, place)
  expect(open().installation.columns.openText(sealed, place)).toBe(phone)
})

test('a master key of another length, or a tenant that is no number, is refused at once', () => {
  const { open, keyring } = installation()
  expect(() => open({ masterKey: randomBytes(16) })).toThrow('must be 32 bytes')
  for (const tenant of [0, -1, 1.5, Number.NaN])
    expect(() => keyring.forTenant(tenant)).toThrow('positive whole')
})
