import { harmlessCellText } from './spreadsheet-cell.ts'

/** A record of a CSV file and the line on which it begins, counted as an editor counts. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/**
 * The records of a CSV file (RFC 4180), blank ones left out. Cells are separated by commas, or by semicolons or tabs where the
 * first line has more of those, as Excel writes them in some countries and as “Unicode text”. A quote that is never closed runs to the end of the file.
 */
export function readCsv(file: string): readonly CsvRecord[] {
  const text = file.replace(/^\ufeff/, '')
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begun = 1
  const endCell = () => {
    cells.push(harmlessCellText(cell))
    cell = ''
  }
  const endRecord = () => {
    endCell()
    if (cells.some((one) => one.trim() !== '')) records.push({ line: begun, cells })
    cells = []
    begun = line
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) endCell()
    else if (character === '\n') endRecord()
    else if (character !== '\r') cell += character
  }
  endRecord()
  return records
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most))
}
