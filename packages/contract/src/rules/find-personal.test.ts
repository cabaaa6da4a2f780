import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonal, removeFindings } from './find-personal.ts'
import { syntheticResidentId } from './identity-checksum.ts'

const kindsIn = (text: string, known: readonly string[] = []) =>
  findPersonal(text, known).map(({ kind, text: found }) => [kind, found])

describe('what may single somebody out', () => {
  test.each([
    ['请打13900000001找我', 'phone', '13900000001'],
    ['电话139-0000-0001', 'phone', '139-0000-0001'],
    ['电话１３９ ００００ ０００１。', 'phone', '１３９ ００００ ０００１'],
    ['电话一三九零零零零零零零一', 'phone', '一三九零零零零零零零一'],
    ['家里电话024-86861234', 'phone', '024-86861234'],
    ['（024）86861234', 'phone', '024）86861234'],
    ['打86861234也行', 'longNumber', '86861234'],
    ['卡号62220200000000', 'longNumber', '62220200000000'],
    ['写信到 li.ming@example.cn 吧', 'email', 'li.ming@example.cn'],
    ['辽A·12345天天堵门', 'plate', '辽A·12345'],
    ['辽AD12345占了充电位', 'plate', '辽AD12345'],
    ['王大爷摔了一跤', 'name', '王大爷'],
    ['楼上张建国师傅在装修', 'name', '张建国师傅'],
    ['我叫李小梅，住在这里', 'name', '李小梅'],
    ['业主李明反映很久了', 'name', '李明'],
    ['我是5号楼2单元301的王秀英，13900000001', 'name', '王秀英'],
    ['我是王秀英。灯坏了', 'name', '王秀英'],
    ['本人李明，住在这里', 'name', '李明'],
    ['欧阳娜女士说的', 'name', '欧阳娜女士'],
    ['老王说修好了', 'name', '老王'],
    ['张伟家门口堆了纸箱', 'name', '张伟'],
    ['漏水，李小梅家的天花板', 'name', '李小梅'],
    ['3号楼2单元501漏水', 'dwelling', '3号楼2单元501'],
    ['三单元的灯坏了', 'dwelling', '三单元'],
    ['住在3-2-501', 'dwelling', '3-2-501'],
    ['二楼东门', 'dwelling', '二楼'],
  ])('“%s” holds %s %s', (text, kind, found) => {
    expect(kindsIn(text)).toContainEqual([kind, found])
  })

  test('an identity number is one, however it is spaced', () => {
    const id = syntheticResidentId('1950-03-08', 12)
    for (const shown of [id, id.toLowerCase(), id.replace(/^(.{6})(.{8})/, '$1 $2-')])
      expect(kindsIn(`身份证${shown}。`)).toEqual([['idNumber', shown]])
  })

  test('names that the office knows are found wherever they stand', () => {
    expect(kindsIn('感谢司马青山帮忙', ['司马青山'])).toEqual([['name', '司马青山']])
  })

  test.each([
    '三月三号前修好，用了 5 天。',
    '水压从 0.25 升到 0.35 兆帕，拨打 12345 或 96166 都可以。',
    '2026年3月2日 10:00 复测 20.5 ℃。',
    '更换了三只灯头，夜里去看过，都亮了。',
    '当天清运，并把收运改为一天两次。',
    '小区门口路面有个大坑，电动车摔过人。',
    '楼上的管道漏水，楼道里积了水。',
    '我家门口和隔壁大家的车都堵着。',
    '何时修好还不知道，居民家的水压低。',
    '我是高层住户，水压低。',
    '我是对面小区的业主，晚上太吵。',
  ])('“%s” holds nothing', (text) => {
    expect(kindsIn(text)).toEqual([])
  })

  test('overlapping findings are one, of the more telling kind', () => {
    const found = findPersonal('我叫王建国13900000001')
    expect(found.map(({ kind }) => kind)).toEqual(['name', 'phone'])
    for (const [index, one] of found.entries())
      expect(found[index + 1]?.start ?? one.end).toBeGreaterThanOrEqual(one.end)
  })
})

const SEPARATORS = ['', '', ' ', '-', '·', '.', '\u200b', ' -']
const WIDE = '０１２３４５６７８９'
const HAN_DIGITS = '零一二三四五六七八九'
const filler = fc.string({ unit: fc.constantFrom(...'王李楼道灯坏了，。5 3abX一号\n👍'), maxLength: 12 })
const hidden = (count: number, first: string, rest: fc.Arbitrary<string>) =>
  fc
    .tuple(
      rest,
      fc.array(fc.constantFrom(...SEPARATORS), { minLength: count, maxLength: count }),
      fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: count, maxLength: count }),
    )
    .map(([tail, gaps, ways]) =>
      [...(first + tail)]
        .map((digit, index) => {
          const shown = /\d/.test(digit)
            ? [digit, WIDE[Number(digit)], HAN_DIGITS[Number(digit)]][ways[index] ?? 0]
            : digit
          return (gaps[index] ?? '') + shown
        })
        .join(''),
    )
const digitsOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
const phone = fc.constantFrom('3', '5', '8', '9').chain((second) => hidden(11, `1${second}`, digitsOf(9)))
const identity = fc
  .tuple(digitsOf(16), fc.constantFrom('X', 'x', '3'))
  .chain(([middle, last]) => hidden(18, '2', fc.constant(middle + last)))

/** The text as a machine that looks for numbers would read it: half width, Chinese numerals as digits, no separators. */
const asDialled = (text: string) =>
  [...text]
    .map((one) =>
      WIDE.includes(one) ? WIDE.indexOf(one) : HAN_DIGITS.includes(one) ? HAN_DIGITS.indexOf(one) : one,
    )
    .join('')
    .replace(/[ \-·.\u200b]/g, '')

describe('after every suggestion is taken', () => {
  test('no telephone number and no identity number is left, however it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(filler, phone, identity), { maxLength: 5 }), (parts) => {
        const text = parts.join('。')
        const left = removeFindings(text, findPersonal(text))
        expect(findPersonal(left)).toEqual([])
        for (const line of asDialled(left).split('。')) {
          expect(line).not.toMatch(/1[3-9]\d{9}/)
          expect(line).not.toMatch(/[1-9]\d{16}[\dXx]/)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('whatever is left out of the findings stands unchanged', () => {
    fc.assert(
      fc.property(filler, phone, filler, (before, number, after) => {
        const text = `${before}。${number}。${after}`
        const found = findPersonal(text)
        const rebuilt = found.reduceRight(
          (rest, { start, end, text: was }) => rest.slice(0, start) + was + rest.slice(end),
          text,
        )
        expect(rebuilt).toBe(text)
        expect(found.some(({ kind, text: was }) => kind === 'phone' && was.length >= 11)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
