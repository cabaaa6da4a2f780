import type { Cell } from '../province/tables.ts'

export type RowFormat = 'ndjson' | 'csv'

/** Writes rows of one table as text, a line each. */
export interface RowText {
  /** What stands before the first row. */
  readonly head: string
  readonly line: (cells: readonly Cell[]) => string
}

/** A quote, a backslash, or anything before the space. */
const ESCAPED_IN_JSON = /["\\]|[^ -\uffff]/
const QUOTED_IN_CSV = /[",\r\n]/

export function rowText(format: RowFormat, columns: readonly string[]): RowText {
  return format === 'csv' ? csv(columns) : ndjson(columns)
}

function ndjson(columns: readonly string[]): RowText {
  const keys = columns.map((name, i) => `${i === 0 ? '{' : ','}"${name}":`)
  return {
    head: '',
    line: (cells) => {
      let text = ''
      for (let i = 0; i < keys.length; i++) text += keys[i] + jsonOf(cells[i] ?? null)
      return `${text}}\n`
    },
  }
}

/** Millions of cells: what needs no escaping is not handed to JSON.stringify. */
const jsonOf = (cell: Cell): string =>
  typeof cell === 'string' ? (ESCAPED_IN_JSON.test(cell) ? JSON.stringify(cell) : `"${cell}"`) : String(cell)

/** RFC 4180; an empty field is an absent value. */
function csv(columns: readonly string[]): RowText {
  const fieldOf = (cell: Cell): string =>
    typeof cell === 'string'
      ? QUOTED_IN_CSV.test(cell)
        ? `"${cell.replaceAll('"', '""')}"`
        : cell
      : cell === null
        ? ''
        : String(cell)
  return { head: `${columns.join(',')}\r\n`, line: (cells) => `${cells.map(fieldOf).join(',')}\r\n` }
}
