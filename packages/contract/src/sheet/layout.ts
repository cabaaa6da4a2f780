import type { CellValue } from '../rules/spreadsheet-cell.ts'
import type { Bilingual } from '../schema.ts'
import type { Column } from './sheet-columns.ts'
import type { CellFault } from './sheet-report.ts'

/** A row as it stands in a file. */
export type SheetLine = { readonly line: number; readonly cellOf: (column: string) => string }

/** A row as it was read. */
export type ReadRow = {
  readonly line: number
  /** The row in a few words, for the report. */
  readonly said: string
  /** Two rows with the same key are one too many. */
  readonly key: string
  readonly isHouse: boolean
  readonly faults: readonly CellFault[]
  readonly value: unknown
  readonly cellOf: (column: string) => string
}

/** Where something that is wrong with a whole value stands in the sheet. */
export type Place = { readonly row?: ReadRow; readonly column?: Column }

/** How a rule is laid out as a spreadsheet: a row for each of its rows, or a row for each of its fields. */
export type Layout = {
  readonly columns: readonly Column[]
  readonly lines: (value: unknown) => readonly (readonly CellValue[])[]
  readonly read: (line: SheetLine) => ReadRow
  readonly valueOf: (rows: readonly ReadRow[]) => unknown
  readonly placeOf: (field: string, rows: readonly ReadRow[]) => Place
}

/** As much of a cell as a report repeats. */
const REPEATED = 60
export const foundWords = (cell: string): string =>
  cell.length > REPEATED ? `${cell.slice(0, REPEATED)}…` : cell

export const cellFault = (column: Column, cell: string, expected: Bilingual): CellFault => ({
  column: column.title,
  found: foundWords(cell),
  expected: /^\s*[=＝]/.test(cell)
    ? {
        zh: `${expected.zh}（公式不会计算，请填算好的值）`,
        en: `${expected.en} (formulas are not computed: enter the value)`,
      }
    : expected,
})
