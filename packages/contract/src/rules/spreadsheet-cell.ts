/** What a spreadsheet cell can be given. Numbers stay numbers; everything else is text. */
export type CellValue = string | number | boolean | null | undefined

/** Byte order mark: without it Excel reads a UTF-8 file in the system's own encoding and spoils Chinese. */
export const CSV_BYTE_ORDER_MARK = '\ufeff'

/** Starts that a spreadsheet may run as a formula, full-width forms and leading blanks included; behind apostrophes too, so that each text can be read back. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and tab are such starts
const FORMULA_START = /^'*(?:[\s\u0000]*[=+\-@＝＋－＠]|[\t\r\n\u0000])/

/**
 * One CSV field. A text that could run as a formula gets an apostrophe in front (OWASP ASVS 1.2.10); fields with
 * separators, quotes or line ends are quoted (RFC 4180).
 */
export function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = String(value)
  const harmless = FORMULA_START.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One CSV record with its line end. */
export const csvRow = (cells: readonly CellValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The text behind a cell that {@link csvCell} made harmless. */
export const harmlessCellText = (cell: string): string =>
  cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell
