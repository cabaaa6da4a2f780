import { createSecretKey, hkdfSync } from 'node:crypto'
import { CryptoError } from './crypto-error.ts'
import { type AlgorithmKeys, SEAL_ALGORITHMS, type SealAlgorithm } from './seal-algorithm.ts'

/** 32 random bytes and the number (0 – 2³²−1) under which a sealed box names them. */
export interface DataKey {
  readonly id: number
  readonly secret: Uint8Array
}

const HEADER_BYTES = 5

/** Deriving costs several times what sealing a sentence does, and a list opens one for each row: once per key is enough. */
const derived = new WeakMap<DataKey, Map<string, AlgorithmKeys>>()

function algorithmKeys(key: DataKey, { digest, name, keyBytes }: SealAlgorithm): AlgorithmKeys {
  const found = derived.get(key)?.get(name)
  if (found) return found
  const [cipherBytes, tagBytes = 0] = keyBytes
  const length = cipherBytes + tagBytes
  const all = Buffer.from(hkdfSync(digest, key.secret, new Uint8Array(0), `lianxin/seal/${name}`, length))
  const cipher = createSecretKey(all.subarray(0, cipherBytes))
  const made: AlgorithmKeys = tagBytes === 0 ? [cipher] : [cipher, createSecretKey(all.subarray(cipherBytes))]
  derived.set(key, new Map(derived.get(key)).set(name, made))
  return made
}

/**
 * Where something sealed belongs, as bytes. Each part is written with its length, so that ('ab', 'c') and
 * ('a', 'bc') are different places.
 */
export function placeBytes(...parts: readonly (string | number)[]): Uint8Array {
  return parts.reduce<Uint8Array>((outer, part) => placeWithin(outer, String(part)), new Uint8Array())
}

/** The place of `part` within the place that `outer` says, the same bytes as if all parts had been given at once. */
export function placeWithin(outer: Uint8Array, part: string): Uint8Array {
  const length = Buffer.byteLength(part, 'utf8')
  const bytes = Buffer.allocUnsafe(outer.length + 4 + length)
  bytes.set(outer)
  bytes.writeUInt32BE(length, outer.length)
  bytes.write(part, outer.length + 4, 'utf8')
  return bytes
}

const behindHeader = (header: Uint8Array, place: Uint8Array): Buffer => {
  const associated = Buffer.allocUnsafe(HEADER_BYTES + place.length)
  associated.set(header)
  associated.set(place, HEADER_BYTES)
  return associated
}

/** `version (1) | key id (4, big endian) | nonce | ciphertext | tag`; the header is authenticated with the place. */
export function sealBox(
  algorithm: SealAlgorithm,
  key: DataKey,
  plaintext: Uint8Array,
  place: Uint8Array,
): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt8(algorithm.version, 0)
  header.writeUInt32BE(key.id, 1)
  const body = algorithm.encrypt(algorithmKeys(key, algorithm), plaintext, behindHeader(header, place))
  return Buffer.concat([header, body])
}

/**
 * Opens what `sealBox` sealed for the same place.
 * @param what names the thing in an error, for whoever reads the log: a column, never a row or a value
 * @throws CryptoError `damaged`, `unknown-key` or `unknown-algorithm`
 */
export function openBox(
  keyById: (id: number) => DataKey | undefined,
  sealed: Uint8Array,
  place: Uint8Array,
  what: string,
): Uint8Array {
  if (sealed.length < HEADER_BYTES)
    throw new CryptoError('damaged', `${what} is too short to be a sealed value`)
  const associated = behindHeader(sealed.subarray(0, HEADER_BYTES), place)
  const version = associated.readUInt8(0)
  const algorithm = SEAL_ALGORITHMS.find((known) => known.version === version)
  if (!algorithm) {
    throw new CryptoError('unknown-algorithm', `${what} is sealed with the unknown algorithm ${version}`)
  }
  const keyId = associated.readUInt32BE(1)
  const key = keyById(keyId)
  if (!key) throw new CryptoError('unknown-key', `${what} is sealed with key ${keyId}, which is not at hand`)
  const plaintext = algorithm.decrypt(
    algorithmKeys(key, algorithm),
    sealed.subarray(HEADER_BYTES),
    associated,
  )
  if (!plaintext) throw new CryptoError('damaged', `${what} was changed, or belongs to another place`)
  return plaintext
}
