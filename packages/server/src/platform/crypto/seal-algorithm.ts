import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Authenticated encryption with associated data. A sealed body is `nonce | ciphertext | tag`, and the version
 * byte in front of it (see sealed-box.ts) says which algorithm opens it, so that an installation can change its
 * algorithm without rewriting what it holds.
 */
export interface SealAlgorithm {
  /** 1–255. Never reused for anything else once something was sealed with it. */
  readonly version: number
  readonly name: string
  /** Derives its keys, of these lengths, from the data key with this digest; none is shared between two algorithms. */
  readonly digest: 'sha256' | 'sm3'
  readonly keyBytes: readonly [cipher: number, tag?: number]
  encrypt(keys: AlgorithmKeys, plaintext: Uint8Array, associated: Uint8Array): Uint8Array
  /** Undefined when the body or its associated data is not what was sealed. */
  decrypt(keys: AlgorithmKeys, body: Uint8Array, associated: Uint8Array): Uint8Array | undefined
}

/** As objects, because Node takes three times as long to open a sentence when it is given the bytes of its key. */
export type AlgorithmKeys = readonly [cipher: KeyObject, tag?: KeyObject]

const GCM_NONCE = 12
const GCM_TAG = 16

/** AES-256-GCM (NIST SP 800-38D): 96-bit random nonce, 128-bit tag. Rotate a key before 2³² seals. */
export const aes256Gcm: SealAlgorithm = {
  version: 1,
  name: 'aes-256-gcm',
  digest: 'sha256',
  keyBytes: [32],
  encrypt([key], plaintext, associated) {
    const nonce = randomBytes(GCM_NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG })
    cipher.setAAD(associated)
    const ciphertext = [cipher.update(plaintext), cipher.final()]
    return Buffer.concat([nonce, ...ciphertext, cipher.getAuthTag()])
  },
  decrypt([key], body, associated) {
    if (body.length < GCM_NONCE + GCM_TAG) return undefined
    const nonce = body.subarray(0, GCM_NONCE)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG })
    decipher.setAAD(associated)
    decipher.setAuthTag(body.subarray(-GCM_TAG))
    const plaintext = decipher.update(body.subarray(GCM_NONCE, -GCM_TAG))
    try {
      decipher.final()
      return plaintext
    } catch {
      return undefined
    }
  },
}

const SM4_KEY = 16
const SM4_NONCE = 16
const SM3_TAG = 32

function sm3Tag(key: KeyObject | undefined, nonceAndText: Uint8Array, associated: Uint8Array): Buffer {
  if (!key) throw new TypeError('a tag has a key of its own')
  // The length in front keeps the border between associated data and ciphertext from moving.
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(associated.length))
  return createHmac('sm3', key).update(length).update(associated).update(nonceAndText).digest()
}

/**
 * SM4-CTR (GB/T 32907-2016), then HMAC-SM3 (GB/T 32905-2016) over everything, for installations that must use
 * the national algorithms. Encrypt-then-MAC, because Node's OpenSSL offers SM4 in CTR mode but not in GCM; a
 * later SM4-GCM takes a version byte of its own.
 */
export const sm4CtrHmacSm3: SealAlgorithm = {
  version: 2,
  name: 'sm4-ctr-hmac-sm3',
  digest: 'sm3',
  keyBytes: [SM4_KEY, SM3_TAG],
  encrypt([key, tagKey], plaintext, associated) {
    const nonce = randomBytes(SM4_NONCE)
    const cipher = createCipheriv('sm4-ctr', key, nonce)
    const nonceAndText = Buffer.concat([nonce, cipher.update(plaintext), cipher.final()])
    return Buffer.concat([nonceAndText, sm3Tag(tagKey, nonceAndText, associated)])
  },
  decrypt([key, tagKey], body, associated) {
    if (body.length < SM4_NONCE + SM3_TAG) return undefined
    const nonceAndText = body.subarray(0, -SM3_TAG)
    const expected = sm3Tag(tagKey, nonceAndText, associated)
    if (!timingSafeEqual(expected, body.subarray(-SM3_TAG))) return undefined
    const nonce = nonceAndText.subarray(0, SM4_NONCE)
    const decipher = createDecipheriv('sm4-ctr', key, nonce)
    return Buffer.concat([decipher.update(nonceAndText.subarray(SM4_NONCE)), decipher.final()])
  },
}

export const SEAL_ALGORITHMS: readonly SealAlgorithm[] = [aes256Gcm, sm4CtrHmacSm3]
