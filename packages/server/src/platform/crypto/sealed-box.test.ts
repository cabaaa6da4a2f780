import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEnvelope } from './envelope.ts'
import { SEAL_ALGORITHMS } from './seal-algorithm.ts'
import { placeBytes, placeWithin } from './sealed-box.ts'

test('a place within another is the place of all parts', () => {
  const parts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 })
  fc.assert(
    fc.property(parts, fc.string({ unit: 'binary' }), (outer, part) => {
      expect([...placeWithin(placeBytes(...outer), part)]).toEqual([...placeBytes(...outer, part)])
    }),
    { seed: 7 },
  )
})

/** Sealed by an earlier build under the key below: whatever becomes faster, this is what databases hold. */
const KEPT: Readonly<Record<string, string>> = {
  'aes-256-gcm': 'AQAAAAO880ccYkaaGx8RDxsueaeiMmKjnhbrCuSQ8hls/HvNkOo5A4VvNWF5',
  'sm4-ctr-hmac-sm3':
    'AgAAAAOb0fEcBSOJ1vk5IdGlgem03B2FDqVtwqp9aLsbS1wsYokPwgkCV8A6ztzeczj3q74LDdDWQIDwvjNspeE=',
}

describe.each(SEAL_ALGORITHMS)('what was sealed long ago with $name', (algorithm) => {
  const key = { id: 3, secret: new Uint8Array(32).fill(7) }
  const envelope = createEnvelope(1, 'words', { writing: key, all: [key] }, algorithm)
  const sealed = Buffer.from(KEPT[algorithm.name] ?? '', 'base64')
  const place = { table: 'content', column: 'body', row: '网格-1' }

  test('opens in its cell', () => {
    expect(envelope.openText(sealed, place)).toBe('路灯坏了')
  })

  test('opens in no other', () => {
    for (const other of [{ row: '网格-2' }, { column: 'note' }, { table: 'file' }])
      expect(() => envelope.open(sealed, { ...place, ...other })).toThrow(/changed|another place/)
  })
})
