import { expect, test } from 'vitest'
import { areGroundsTold, type LeftOut } from './grounds-told.ts'

const SMALLEST = 5
type Group = Pick<LeftOut, 'ground' | 'unit' | 'item' | 'subdistrict'> & { readonly count: number }
const group = (name: string, count: number, more: Partial<Group> = {}): Group => ({
  ...{ ground: `g${name}`, unit: `u${name}`, item: `i${name}`, subdistrict: `s${name}`, count },
  ...more,
})
const told = (...groups: readonly Group[]) =>
  areGroundsTold(
    groups.flatMap(({ count, ...part }, index) =>
      Array.from({ length: count }, (_, serial) => ({ ...part, caseId: `${index} ${serial}` })),
    ),
    SMALLEST,
  )

test('where two have nearly all, each could take the own from the whole and know the other’s', () => {
  expect(told(group('A', 50), group('B', 50))).toBe(false)
  // Four others hide nobody, five do.
  expect(told(group('A', 50), group('B', 50), group('C', 4))).toBe(false)
  expect(told(group('A', 50), group('B', 50), group('C', 5))).toBe(true)
  expect(told(group('A', 5), group('B', 5), group('C', 5))).toBe(true)
  expect(told()).toBe(false)
})

test.each(['ground', 'unit', 'item', 'subdistrict'] as const)(
  'nothing is told where, without what one unit knows, one %s has nearly all of the rest',
  (part) => {
    const same = { [part]: 'same' }
    expect(told(group('A', 20), group('B', 20, same), group('C', 20, same))).toBe(false)
    expect(told(group('A', 20), group('B', 20, same), group('C', 20, same), group('D', 4))).toBe(false)
    expect(told(group('A', 20), group('B', 20, same), group('C', 20, same), group('D', 5))).toBe(true)
  },
)

test('a matter that was left out twice is one matter', () => {
  const part = { ground: 'gC', unit: 'uC', item: 'iC', subdistrict: 'sC' }
  const twice = Array.from({ length: 5 }, (_, serial) => ({
    ...part,
    caseId: serial === 0 ? '1' : `${serial}`,
  }))
  const others = ['A', 'B'].flatMap((name) =>
    Array.from({ length: 9 }, (_, serial) => ({
      ...{ ground: `g${name}`, unit: `u${name}`, item: `i${name}`, subdistrict: `s${name}` },
      caseId: `${name} ${serial}`,
    })),
  )
  expect(areGroundsTold([...others, ...twice], SMALLEST)).toBe(false)
  expect(areGroundsTold([...others, ...twice, { ...part, caseId: '9' }], SMALLEST)).toBe(true)
})
