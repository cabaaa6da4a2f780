import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastFour, parsePhone } from './mobile.ts'

describe('telephone numbers as people type them', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '8613800138000',
    '0086-138-0013-8000',
    '１３８００１３８０００',
    ' (+86)138·0013·8000 ',
  ])('“%s” is the mobile 13800138000', (input) => {
    expect(parsePhone(input)).toEqual({ kind: 'mobile', number: '13800138000' })
  })

  test.each([
    ['024-86861234', '024-86861234'],
    ['（024）8686 1234', '024-86861234'],
    ['02486861234', '024-86861234'],
    ['+86 24 8686 1234', '024-86861234'],
    ['010 6552 9999', '010-65529999'],
    ['0410-7481234', '0410-7481234'],
    ['041186861234', '0411-86861234'],
  ])('“%s” is the landline %s', (input, number) => {
    expect(parsePhone(input)).toEqual({ kind: 'landline', number })
  })

  test.each(['024-86861234转8001', '024-86861234-8001', '02486861234 ext. 8001', '024 8686 1234#8001'])(
    '“%s” has the extension 8001',
    (input) => {
      expect(parsePhone(input)).toEqual({ kind: 'landline', number: '024-86861234', extension: '8001' })
    },
  )

  test('a local number alone is understood where the area is known', () => {
    expect(parsePhone('8686 1234')).toBeUndefined()
    expect(parsePhone('8686 1234', '024')).toEqual({ kind: 'landline', number: '024-86861234' })
    expect(parsePhone('8686 1234转12', '024')).toEqual({
      kind: 'landline',
      number: '024-86861234',
      extension: '12',
    })
    expect(parsePhone('868 1234', '024')).toBeUndefined()
  })

  test.each([
    '',
    '12800138000',
    '1380013800',
    '138001380000',
    '024-8686123',
    '024-16861234',
    '+1 415 555 2671',
    '13800138000; DROP TABLE phone',
    '一三八',
    '1'.repeat(100_000),
    `${' '.repeat(40)}13800138000`,
  ])('“%.40s” is neither', (input) => {
    expect(parsePhone(input)).toBeUndefined()
  })

  test('any mobile is read back from any way of spacing it', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-'), { minLength: 11, maxLength: 11 })
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.nat(999_999_999))
    fc.assert(
      fc.property(
        mobile,
        separators,
        fc.constantFrom('', '+86', '0086', '86 '),
        ([second, rest], gaps, code) => {
          const number = `1${second}${String(rest).padStart(9, '0')}`
          const typed = code + [...number].map((digit, index) => digit + gaps[index]).join('')
          expect(parsePhone(typed)).toEqual({ kind: 'mobile', number })
          expect(lastFour(typed)).toBe(number.slice(-4))
        },
      ),
    )
  })
})
