import { expectedWords } from './expected-words.ts'
import { cellFault, type Layout, type ReadRow } from './layout.ts'
import type { Shape } from './shape.ts'
import { readCell, writtenCell } from './sheet-cell.ts'
import { type Column, leavesOf, valueAt, withValueAt } from './sheet-columns.ts'
import { isPartOf } from './table-layout.ts'

const CODE: Column = { name: 'code', title: { zh: '编码', en: 'Code' }, needed: true }
const ENTRY: Column = { name: 'entry', title: { zh: '内容', en: 'Entry' }, needed: false }
const VALUE: Column = { name: 'value', title: { zh: '值', en: 'Value' }, needed: true }
const UNIT: Column = { name: 'unit', title: { zh: '单位', en: 'Unit' }, needed: false }
const MAY_BE: Column = { name: 'mayBe', title: { zh: '可以填', en: 'May be' }, needed: false }

/** A rule of single fields: a row for each. A field that a sheet does not name keeps what it is in `before`. */
export function fieldLayout(shape: Shape, before: unknown): Layout {
  const leaves = leavesOf(shape).map((leaf) => ({ ...leaf, code: leaf.path.join('.') || 'value' }))
  return {
    columns: [CODE, ENTRY, VALUE, UNIT, MAY_BE],
    lines: (value) =>
      leaves.map((leaf) => {
        const { 'x-unit': unit } = leaf.shape
        const { zh, en } = expectedWords(leaf.shape)
        return [
          leaf.code,
          `${leaf.title.zh} ${leaf.title.en}`,
          writtenCell(leaf.shape, valueAt(value, leaf.path)),
          unit ? `${unit.zh.trim()} ${unit.en.trim()}` : '',
          `${zh} / ${en}`,
        ]
      }),
    read({ line, cellOf }): ReadRow {
      const code = cellOf(CODE.name).trim()
      const cell = cellOf(VALUE.name)
      const leaf = leaves.find((one) => one.code === code)
      const said = leaf && readCell(leaf.shape, cell)
      const faults =
        said === undefined
          ? [cellFault(CODE, code, NO_CODE)]
          : 'expected' in said
            ? [cellFault(VALUE, cell, said.expected)]
            : []
      return {
        ...{ line, said: leaf ? `${leaf.title.zh} ${leaf.title.en}`.trim() || code : code },
        ...{ key: code, isHouse: false, faults, cellOf },
        value: { path: leaf?.path ?? [], value: said && 'value' in said ? said.value : undefined },
      }
    },
    valueOf: (rows) =>
      rows.reduce<unknown>((made, row) => {
        const { path, value } = row.value as { readonly path: readonly string[]; readonly value: unknown }
        return withValueAt(made, path, value)
      }, before),
    placeOf(field, rows) {
      const row = rows.find(({ key }) => isPartOf(key, field) || isPartOf(field, key))
      return row ? { row, column: VALUE } : {}
    },
  }
}

const NO_CODE = { zh: '导出的表格里有的编码', en: 'a code as the export writes it' }
