import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Field, leafOf, rootOf, sealHashOf } from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const rfcLeaf = (data: string) =>
  new Uint8Array(createHash('sha256').update(Buffer.of(0)).update(Buffer.from(data, 'hex')).digest())

/** Leaves and roots of the reference tests of Certificate Transparency (RFC 6962). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
test.each([
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the root over the first %i leaves is the one of the standard', (count, root) => {
  expect(hex(rootOf(LEAVES.slice(0, count).map(rfcLeaf)))).toBe(root)
})

test('the hash of a row can be computed by anybody: each field behind its length', () => {
  // printf '\x00\x00\x00\x00\x01\x37\x00\x00\x00\x02ab\xff\xff\xff\xff' | sha256sum
  const expected = createHash('sha256')
    .update(Buffer.from('00000000013700000002' + '6162' + 'ffffffff', 'hex'))
    .digest('hex')
  expect(hex(leafOf([7, 'ab', null]))).toBe(expected)
})

test('two different rows never have the same hash, wherever their fields begin and end', () => {
  const field = fc.oneof(
    fc.string({ maxLength: 6, unit: 'binary' }),
    fc.integer(),
    fc.constant(null),
  ) as fc.Arbitrary<Field>
  const row = fc.array(field, { maxLength: 5 })
  const written = (fields: readonly Field[]) =>
    JSON.stringify(fields.map((one) => (one === null ? null : String(one))))
  fc.assert(
    fc.property(row, row, (one, other) => {
      const wellFormed = [...one, ...other].every((each) => typeof each !== 'string' || each.isWellFormed())
      if (wellFormed) expect(hex(leafOf(one)) === hex(leafOf(other))).toBe(written(one) === written(other))
    }),
  )
  expect(hex(leafOf(['ab', 'c']))).not.toBe(hex(leafOf(['a', 'bc'])))
  expect(hex(leafOf([null]))).not.toBe(hex(leafOf([''])))
  expect(hex(sealHashOf([1]))).not.toBe(hex(leafOf([1])))
})
