import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '@lianxin/contract'
import { CryptoError } from '../crypto/crypto-error.ts'
import type { CellPlace } from '../crypto/envelope.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { collectBytes } from './collect-bytes.ts'

/** A stored file that cannot be given back: a fault to look into, not something a person did. */
export class FileVaultError extends Error {
  /** `missing`: erased or never stored. `corrupt`: not the bytes that were stored. `conflict`: the id is taken. */
  readonly code: 'missing' | 'corrupt' | 'conflict'

  constructor(code: 'missing' | 'corrupt' | 'conflict', fileId: string) {
    super(`file ${fileId}: ${code}`)
    this.name = 'FileVaultError'
    this.code = code
  }
}

/**
 * Encrypted blobs that can be erased, one file each under `<root>/<tenant>/<xx>/<id>`. A file is sealed for its
 * tenant and id, so that a renamed one does not open. Files never change: a retry stores the same bytes again.
 */
export interface FileVault {
  /**
   * Stores a file whole or not at all, and on the disk before it answers.
   * Refuses `file.storage-full`, or `file.too-large` past `maxBytes` (default 32 MiB).
   * @throws FileVaultError `conflict` when the id holds other bytes
   */
  put(tenant: number, id: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Refusal | undefined>
  /** @throws FileVaultError `missing` or `corrupt` */
  get(tenant: number, id: string): Promise<Uint8Array>
  /** Removes a file for good; false when there was none. */
  erase(tenant: number, id: string): Promise<boolean>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The disk is full, or the quota is used up, or the operator's limit on the size of a file is met. */
const STORAGE_FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']

const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const place = (id: string): CellPlace => ({ table: 'file', column: 'blob', row: id })

/**
 * Opens (and makes) the folder `root`, and clears what a killed process left half-written there. The data folder
 * must have been claimed before: the drafts of a second process would be cleared too.
 */
export async function openFileVault(options: {
  root: string
  keyring: Keyring
  maxBytes?: number
}): Promise<FileVault> {
  const { root, keyring, maxBytes = 32 * 1024 * 1024 } = options
  const incoming = join(root, 'incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })

  function locate(tenant: number, id: string): { folder: string; path: string } {
    if (!Number.isSafeInteger(tenant) || tenant < 1 || !UUID.test(id)) {
      throw new RangeError('a stored file is named by a tenant and a lower-case UUID')
    }
    // The last two digits: the first ones of a version 7 id are a time and would fill one folder at a time.
    const folder = join(root, String(tenant), id.slice(-2))
    return { folder, path: join(folder, id) }
  }

  async function get(tenant: number, id: string): Promise<Uint8Array> {
    const { path } = locate(tenant, id)
    const { files } = await keyring.forTenant(tenant)
    try {
      return files.open(await readFile(path), place(id))
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') throw new FileVaultError('missing', id)
      if (error instanceof CryptoError && error.code === 'damaged') throw new FileVaultError('corrupt', id)
      throw error
    }
  }

  return {
    get,
    async put(tenant, id, bytes) {
      const { folder, path } = locate(tenant, id)
      const plaintext = await collectBytes(bytes, maxBytes)
      if (!plaintext) return refuse('file.too-large')
      const sealed = (await keyring.forTenant(tenant)).files.seal(plaintext, place(id))
      const draft = join(incoming, randomUUID())
      try {
        await writeDurably(draft, sealed)
        await mkdir(folder, { recursive: true, mode: 0o700 })
        // A link, not a rename: it never replaces a file that is there.
        await link(draft, path)
        await syncFolder(folder)
      } catch (error) {
        const errno = errnoOf(error)
        if (errno && STORAGE_FULL.includes(errno)) return refuse('file.storage-full')
        if (errno !== 'EEXIST') throw error
        if (!Buffer.from(await get(tenant, id)).equals(plaintext)) throw new FileVaultError('conflict', id)
      } finally {
        await rm(draft, { force: true })
      }
      return undefined
    },
    async erase(tenant, id) {
      const { folder, path } = locate(tenant, id)
      try {
        await unlink(path)
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return false
        throw error
      }
      await syncFolder(folder)
      return true
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new or removed name is only on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
