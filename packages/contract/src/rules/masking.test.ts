import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskAddress, maskName, maskPhone } from './masking.ts'

describe('masks', () => {
  test.each([
    ['王五', '王**'],
    ['王小明', '王**'],
    ['欧阳修', '欧阳**'],
    ['欧阳', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['𠮷田', '𠮷**'],
    ['John Smith', 'J**'],
    ['  ', ''],
  ])('the name “%s” shows as “%s”', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  test.each([
    ['13800131234', '138****1234'],
    ['+86 138-0013-1234', '138****1234'],
    ['024-86861234', '024-****1234'],
    ['0411-8686123转80', '0411-****6123'],
    ['+1 415 555 2671', '****'],
    ['', ''],
  ])('the number “%s” shows as “%s”', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  test.each([
    ['沈阳市皇姑区三台子街道牡丹小区3号楼2单元501', '沈阳市皇姑区三台子街道牡丹小区***'],
    ['黄河北大街５６号', '黄河北大街***'],
    ['三好街A座', '三好街***'],
    ['三好街Ａ座东区', '三好街***'],
    ['牡丹小区三号楼', '牡丹小区***'],
    ['五四社区', '五四社区***'],
    ['王五家', '***'],
    ['', ''],
  ])('the address “%s” shows as “%s”', (address, shown) => {
    expect(maskAddress(address)).toBe(shown)
  })

  test('no digit of a dwelling survives, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9999), (around, room) => {
        expect(maskAddress(`牡丹小区${around}${room}室`)).not.toMatch(/\p{Nd}/u)
      }),
    )
  })

  test('a mask does not tell how long a name is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fa5]{2,8}$/), (name) => {
        expect([...maskName(name)].length).toBeLessThanOrEqual(4)
        expect(maskName(name)).toBe(maskName(`${name}明`.slice(0, name.length + 1)))
      }),
    )
  })
})
