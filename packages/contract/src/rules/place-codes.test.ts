import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeRange,
  communityClass,
  gridCode,
  isPlaceCode,
  isWithin,
  levelOf,
  PLACE_LEVELS,
  parentCode,
  townshipClass,
} from './place-codes.ts'

const PEONY = '210105001010'

const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'))
const three = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(3, '0'))
const someCode = fc
  .tuple(
    two(10, 89),
    two(1, 99),
    two(1, 99),
    three(599),
    three(599),
    three(999),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([province, city, district, street, community, grid, depth]) =>
    [province, city, district, street, community, grid].slice(0, depth).join(''),
  )
/** A code with one that is often near it in the order: an ancestor, a neighbour, or anything. */
const pair = fc.oneof(
  fc.tuple(someCode, someCode),
  fc.tuple(someCode, fc.nat(5)).map(([code, steps]): [string, string] => {
    let above = code
    for (let step = 0; step < steps; step += 1) above = parentCode(above) ?? above
    return [code, above]
  }),
  fc.tuple(someCode, fc.integer({ min: -2, max: 2 })).map(([code, by]): [string, string] => {
    const neighbour = String(BigInt(code) + BigInt(by))
    return [code, isPlaceCode(neighbour) ? neighbour : code]
  }),
)

describe('codes of places', () => {
  test.each([
    ['21', 'province'],
    ['2101', 'city'],
    ['210105', 'district'],
    ['210105001', 'subdistrict'],
    [PEONY, 'community'],
    ['211381470', 'subdistrict'],
    [`${PEONY}007`, 'grid'],
  ])('%s is a %s', (code, level) => {
    expect(levelOf(code)).toBe(level)
  })

  test.each([
    '',
    '2',
    '210',
    '210100',
    '210000',
    '210105000',
    '210105600',
    '21010500160１',
    `${PEONY}000`,
    '910105',
    `${PEONY}7`,
  ])('“%s” is no code: padded, cut, out of its range or not in digits', (code) => {
    expect(levelOf(code)).toBeUndefined()
    expect(() => codeRange(code)).toThrow(RangeError)
  })

  test('a line feed after a code does not pass for the code', () => {
    expect(isPlaceCode('210105\n')).toBe(false)
  })

  test('a grid is named by its community and a serial of three digits', () => {
    expect(gridCode(PEONY, 7)).toBe('210105001010007')
    for (const serial of [0, 1000, 1.5, -1]) expect(() => gridCode(PEONY, serial)).toThrow(RangeError)
    expect(() => gridCode('210105001', 7)).toThrow(RangeError)
  })

  test('the way up from a grid passes every level once', () => {
    const levels: unknown[] = []
    for (let code: string | undefined = gridCode(PEONY, 7); code; code = parentCode(code))
      levels.push(levelOf(code))
    expect(levels.reverse()).toEqual(PLACE_LEVELS)
  })

  test('a range ends before the next place, also after a 9', () => {
    expect(codeRange('210105')).toEqual(['210105', '210106'])
    expect(codeRange('2109')).toEqual(['2109', '211'])
    expect(codeRange('2199')).toEqual(['2199', '22'])
  })

  test('within, the range and the prefix say the same for any two codes', () => {
    fc.assert(
      fc.property(pair, ([code, ancestor]) => {
        const [lo, hi] = codeRange(ancestor)
        const inRange = lo <= code && code < hi
        expect(inRange).toBe(code.startsWith(ancestor))
        expect(isWithin(code, ancestor)).toBe(inRange)
      }),
    )
  })

  test('what is no code is within nothing, not even itself', () => {
    expect(isWithin('210100', '21')).toBe(false)
    expect(isWithin('2101', '')).toBe(false)
  })

  test.each([
    ['210105001', 'subdistrict'],
    ['210112100', 'town'],
    ['210123201', 'township'],
    ['210123399', 'township'],
    ['210113401', 'specialArea'],
    ['210105', undefined],
  ])('%s is administratively a %s', (code, expected) => {
    expect(townshipClass(code)).toBe(expected)
  })

  test.each([
    [PEONY, 'residentsCommittee'],
    ['210112100201', 'villagersCommittee'],
    ['210112100401', 'likeResidentsCommittee'],
    ['210112100501', 'likeVillagersCommittee'],
    ['210112100', undefined],
  ])('%s is run by a %s', (code, expected) => {
    expect(communityClass(code)).toBe(expected)
  })
})
