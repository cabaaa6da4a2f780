import { hkdfSync, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { blindIndex } from './blind-index.ts'
import { CryptoError } from './crypto-error.ts'
import { createEnvelope, type Envelope, type KeySet } from './envelope.ts'
import { aes256Gcm, type SealAlgorithm } from './seal-algorithm.ts'
import { type DataKey, openBox, placeBytes, sealBox } from './sealed-box.ts'
import { type UnreadableCells, type UnreadableLog, unreadableCells } from './unreadable-cells.ts'

/** What a data key is for. Keys of one purpose never open what another purpose sealed. */
const KEY_PURPOSES = ['column', 'file', 'index'] as const
export type KeyPurpose = (typeof KEY_PURPOSES)[number]

/** A row of `tenant_key`. */
export interface WrappedKey {
  readonly tenant: number
  /** Counts up from 1 within a tenant, across purposes. */
  readonly keyId: number
  readonly purpose: KeyPurpose
  readonly wrapped: Uint8Array
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** A retired key still opens, but never writes. */
  readonly retiredAt: number | null
}

/** Where wrapped keys live. Each call is a transaction of its own, never inside another one. */
export interface KeyStore {
  load(tenant: number): Promise<readonly WrappedKey[]>
  /** False when that key id is already taken, because another process was faster. */
  insert(key: WrappedKey): Promise<boolean>
}

/** The open keys of one tenant. Ask the keyring for it once per request; it does not learn of later rotations. */
export interface TenantKeys {
  readonly tenant: number
  readonly columns: Envelope
  readonly files: Envelope
  /** See blind-index.ts; `field` is `table.column`. */
  blindIndex(field: string, normalisedValue: string): Uint8Array
}

export interface Keyring {
  /**
   * Makes the tenant's keys at first use, and looks for new ones every half minute. Ask before opening a
   * transaction, not inside: the embedded database has only one at a time.
   * @throws CryptoError `wrong-master-key`
   */
  forTenant(tenant: number): Promise<TenantKeys>
  /** Keys for what stands outside tenants (accounts): derived from the master key, so nothing is stored. */
  readonly installation: TenantKeys
  /**
   * Adds a key that begins to write a minute later, when every process has loaded it. Returns its key id.
   * The index key is not rotated: a new one would hide every row that the old one can find.
   */
  rotate(tenant: number, purpose: Exclude<KeyPurpose, 'index'>): Promise<number>
  /** Texts that this process could not open, each counted once. */
  unreadable(): number
  /** A 32-byte key for signing, derived from the master key; another purpose gives another key. */
  signingKey(purpose: string): Uint8Array
}

const RELOAD_AFTER_MS = 30_000
const WRITES_AFTER_MS = 60_000
const MASTER_KEY_BYTES = 32

export function openKeyring(options: {
  masterKey: Uint8Array
  store: KeyStore
  clock: Clock
  algorithm?: SealAlgorithm
  log?: UnreadableLog
}): Keyring {
  const { masterKey, store, clock, algorithm = aes256Gcm, log } = options
  const unreadable = unreadableCells(log)
  if (masterKey.length !== MASTER_KEY_BYTES) {
    throw new RangeError(`the master key must be ${MASTER_KEY_BYTES} bytes, not ${masterKey.length}`)
  }
  const derive = (info: string) =>
    new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), `lianxin/${info}`, 32))
  const wrappingKey: DataKey = { id: 0, secret: derive('wrap') }
  const cache = new Map<number, { keys: Promise<TenantKeys>; loadedAt: number }>()

  const keyPlace = (tenant: number, keyId: number, purpose: KeyPurpose) =>
    placeBytes('tenant_key', tenant, keyId, purpose)

  function unwrap({ tenant, keyId, purpose, wrapped }: WrappedKey): DataKey {
    try {
      const secret = openBox(
        () => wrappingKey,
        wrapped,
        keyPlace(tenant, keyId, purpose),
        'tenant_key.wrapped',
      )
      return { id: keyId, secret }
    } catch (cause) {
      if (!(cause instanceof CryptoError) || cause.code !== 'damaged') throw cause
      const sentence = `key ${keyId} of tenant ${tenant} does not open with this master key`
      throw new CryptoError('wrong-master-key', sentence)
    }
  }

  /** Undefined when a key was stored since `rows` were loaded: the next free id is then no longer free. */
  async function addKey(
    tenant: number,
    purpose: KeyPurpose,
    rows: readonly WrappedKey[],
  ): Promise<number | undefined> {
    const keyId = Math.max(0, ...rows.map((row) => row.keyId)) + 1
    const wrapped = sealBox(algorithm, wrappingKey, randomBytes(32), keyPlace(tenant, keyId, purpose))
    const createdAt = clock.now()
    const stored = await store.insert({ tenant, keyId, purpose, wrapped, createdAt, retiredAt: null })
    return stored ? keyId : undefined
  }

  async function loadOrMake(tenant: number): Promise<TenantKeys> {
    let rows = await store.load(tenant)
    for (const purpose of KEY_PURPOSES) {
      // A lost race is settled by looking again: whoever won has written the key that both will use.
      while (!rows.some((row) => row.purpose === purpose)) {
        await addKey(tenant, purpose, rows)
        rows = await store.load(tenant)
      }
    }
    const keySet = (purpose: KeyPurpose) => chooseKeys(rows, purpose, clock.now(), unwrap)
    return tenantKeys(tenant, keySet, algorithm, unreadable)
  }

  const installationKey = (purpose: KeyPurpose): KeySet => {
    const key = { id: 0, secret: derive(`installation/${purpose}`) }
    return { writing: key, all: [key] }
  }

  function forTenant(tenant: number): Promise<TenantKeys> {
    if (!Number.isSafeInteger(tenant) || tenant < 1)
      throw new RangeError('a tenant is a positive whole number')
    const now = clock.now()
    const held = cache.get(tenant)
    if (held && now - held.loadedAt < RELOAD_AFTER_MS) return held.keys
    const entry = { keys: loadOrMake(tenant), loadedAt: now }
    cache.set(tenant, entry)
    entry.keys.catch(() => {
      if (cache.get(tenant) === entry) cache.delete(tenant)
    })
    return entry.keys
  }

  return {
    forTenant,
    installation: tenantKeys(0, installationKey, algorithm, unreadable),
    unreadable: unreadable.count,
    signingKey: (purpose) => derive(`sign/${purpose}`),
    async rotate(tenant, purpose) {
      await forTenant(tenant)
      for (;;) {
        const keyId = await addKey(tenant, purpose, await store.load(tenant))
        if (keyId === undefined) continue
        cache.delete(tenant)
        return keyId
      }
    },
  }
}

/** The newest key that every process has had time to load writes; before there is one, the oldest does. */
function chooseKeys(
  rows: readonly WrappedKey[],
  purpose: KeyPurpose,
  now: number,
  unwrap: (row: WrappedKey) => DataKey,
): KeySet {
  const ofPurpose = rows.filter((row) => row.purpose === purpose).sort((a, b) => a.keyId - b.keyId)
  const inUse = ofPurpose.filter((row) => row.retiredAt === null)
  const settled = inUse.filter((row) => row.createdAt + WRITES_AFTER_MS <= now)
  const writing = settled.at(-1) ?? inUse.at(0)
  if (!writing) throw new CryptoError('unknown-key', `every ${purpose} key of this tenant is retired`)
  return { writing: unwrap(writing), all: ofPurpose.map(unwrap) }
}

function tenantKeys(
  tenant: number,
  keySet: (purpose: KeyPurpose) => KeySet,
  algorithm: SealAlgorithm,
  unreadable: UnreadableCells,
): TenantKeys {
  const indexKey = keySet('index').writing.secret
  return {
    tenant,
    columns: createEnvelope(tenant, 'column', keySet('column'), algorithm, unreadable.tell),
    files: createEnvelope(tenant, 'file', keySet('file'), algorithm),
    blindIndex: (field, normalisedValue) => blindIndex(indexKey, field, normalisedValue),
  }
}
