const HOUR = 3_600_000
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let lastMoment = 0
let counter = 0

/** Asking the system for randomness costs far more than the id does, so one answer serves 256 ids. */
const randomness = Buffer.alloc(256 * 16)
let used = randomness.length

function sixteenRandomBytes(): Buffer {
  if (used === randomness.length) {
    crypto.getRandomValues(randomness)
    used = 0
  }
  used += 16
  return randomness.subarray(used - 16, used)
}

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter that keeps the ids of one
 * process in order within a millisecond (§6.2 method 1), then 62 random bits.
 * Ours, because `crypto.randomUUIDv7` is missing from the earlier Node 24 and cannot be given a test's time.
 */
export function uuidV7(now: number): string {
  const bytes = sixteenRandomBytes()
  if (now > lastMoment) {
    lastMoment = now
    counter = bytes.readUInt16BE(6) & 0x7ff // half the range is left free to count up in
  } else if (++counter > 0xfff) {
    lastMoment += 1 // a full counter borrows from the next millisecond rather than repeat itself
    counter = 0
  }
  bytes.writeUIntBE(lastMoment, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Lower case only: one id must have one spelling, or a retry under another spelling would make a second case. */
export const isUuidV7 = (text: string): boolean => UUID_V7.test(text)

/** The moment (ms since 1970) written into a version 7 id; undefined when it is not one. */
export const uuidTime = (id: string): number | undefined =>
  isUuidV7(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined

/**
 * Whether an id made by a client may be taken: well formed, and not more than 24 hours ahead of the server.
 * An id from the past is welcome however old it is, because a phone may have been offline for weeks.
 */
export function isAcceptableClientId(id: string, now: number): boolean {
  const moment = uuidTime(id)
  return moment !== undefined && moment <= now + 24 * HOUR
}
