import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvRow } from './spreadsheet-cell.ts'

/** Reads one RFC 4180 field back. */
const fieldOf = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)

describe('cells for a spreadsheet', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+8613800138000', "'+8613800138000"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', '"\'\t=1"'],
    ['a=1', 'a=1'],
    ['牡丹社区', '牡丹社区'],
    ['say "no"', '"say ""no"""'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
  ])('%o is written as %o', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  test('numbers stay numbers, nothing is nothing', () => {
    expect([-2.5, 0, Number.NaN, null, undefined, true].map(csvCell)).toEqual([
      '-2.5',
      '0',
      '',
      '',
      '',
      'true',
    ])
    expect(csvRow(['编号', -1, '=A1'])).toBe("编号,-1,'=A1\r\n")
  })

  test('no text at all can start a formula, and every text can be read back', () => {
    const tricky = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', "'", '＝', 'a', '\u0000'),
    })
    fc.assert(
      fc.property(tricky, (text) => {
        const field = fieldOf(csvCell(text))
        expect('=+-@＝\t\r\n\u0000').not.toContain(field.charAt(0) || 'nothing')
        expect('=+-@＝').not.toContain(field.trim().charAt(0) || 'nothing')
        expect([text, `'${text}`]).toContain(field)
      }),
    )
  })
})
