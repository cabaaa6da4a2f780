import type { Bilingual } from '../schema.ts'
import type { Layout, ReadRow } from './layout.ts'
import { cellFault } from './layout.ts'
import { type Fields, rowsOf, type Shape } from './shape.ts'
import { readCell, writtenCell } from './sheet-cell.ts'
import { type Column, columnOf, leavesOf, valueAt, withValueAt } from './sheet-columns.ts'

/** Rows that a rule may name and that keep what the house has where it does not: shown in a sheet so that nobody has to know them. */
export type HouseRows = {
  readonly title: Bilingual
  readonly rows: readonly { readonly names: Fields; readonly note: Bilingual }[]
}

const NOTE = 'house'
/** A line break in a cell makes a report hard to read. */
const oneLine = (cell: string) => cell.trim().replace(/\s+/g, ' ')

/** A list of things: a row for each, a column for each of its fields. */
export function tableLayout(row: Shape, house?: HouseRows): Layout {
  const leaves = leavesOf(row).map((leaf) => ({ leaf, column: columnOf(leaf) }))
  const names = Object.keys(house?.rows[0]?.names ?? {})
  const isName = (column: Column) => names.includes(column.name)
  const notes: readonly Column[] = house ? [{ name: NOTE, title: house.title, needed: false }] : []
  const noteOf = (value: unknown) => {
    const own = house?.rows.find((one) => names.every((name) => one.names[name] === valueAt(value, [name])))
    return house ? [own ? `${own.note.zh} ${own.note.en}` : ''] : []
  }
  const cells = (value: unknown) => [
    ...leaves.map(({ leaf }) => writtenCell(leaf.shape, valueAt(value, leaf.path))),
    ...noteOf(value),
  ]
  return {
    columns: [...leaves.map(({ column }) => column), ...notes],
    lines(value) {
      const own = rowsOf(value)
      const left = (house?.rows ?? []).filter(({ names: named }) =>
        own.every((one) => names.some((name) => named[name] !== valueAt(one, [name]))),
      )
      return [...own, ...left.map(({ names: named }) => named)].map(cells)
    },
    read({ line, cellOf }): ReadRow {
      const isHouse =
        house !== undefined &&
        leaves.every(({ column }) => isName(column) !== (cellOf(column.name).trim() === ''))
      const read = leaves.map(({ leaf, column }) => ({
        ...{ leaf, column, cell: cellOf(column.name) },
        said: readCell(leaf.shape, cellOf(column.name)),
      }))
      const wrong = read.flatMap(({ column, cell, said }) =>
        'expected' in said && (!isHouse || isName(column)) ? [cellFault(column, cell, said.expected)] : [],
      )
      const value = read.reduce<unknown>(
        (made, { leaf, said }) => withValueAt(made, leaf.path, 'value' in said ? said.value : undefined),
        {},
      )
      // An id says nothing to whoever reads the report.
      const filled = read
        .filter(({ column }) => column.name !== 'id')
        .map(({ cell }) => oneLine(cell))
        .filter((cell) => cell !== '')
      const key =
        names.length > 0 ? names.map((name) => valueAt(value, [name])) : read.map(({ cell }) => cell)
      return {
        line,
        said: filled.slice(0, 4).join(' · '),
        key: JSON.stringify(key),
        isHouse,
        faults: wrong,
        value,
        cellOf,
      }
    },
    valueOf: (rows) => rows.map(({ value }) => value),
    placeOf(field, rows) {
      const [index, ...path] = field.split('.')
      const rest = path.join('.')
      const column = leaves.find(
        ({ column: { name } }) => isPartOf(name, rest) || isPartOf(rest, name),
      )?.column
      const at = rows[Number(index)]
      return { ...(at ? { row: at } : {}), ...(column && rest !== '' ? { column } : {}) }
    },
  }
}

/** `limit.amount` is part of `limit`. */
export const isPartOf = (field: string, whole: string): boolean =>
  field === whole || field.startsWith(`${whole}.`)
