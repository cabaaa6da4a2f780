import type { FieldProblem } from '../errors.ts'
import { readCsv } from '../rules/read-csv.ts'
import { CSV_BYTE_ORDER_MARK, csvRow } from '../rules/spreadsheet-cell.ts'
import type { Bilingual } from '../schema.ts'
import { foundWords, type Layout, type ReadRow } from './layout.ts'
import { findColumns, headWords } from './sheet-columns.ts'
import { type CellFault, MOST_SHEET_ROWS, type RuleSheetReport } from './sheet-report.ts'

/** A rule as a file that a spreadsheet opens. */
export const writeRuleSheet = ({ columns, lines }: Layout, value: unknown): string =>
  [CSV_BYTE_ORDER_MARK + csvRow(columns.map(headWords)), ...lines(value).map(csvRow)].join('')

/** What is wrong with a value that its form does not show, e.g. two rows that contradict each other. */
type ProblemsOf = (value: unknown) => readonly FieldProblem[]

/** Reads a sheet row by row: what each says, or what was found where something else was expected. Pure: asking twice gives the same. */
export function readRuleSheet(layout: Layout, csv: string, problemsOf: ProblemsOf): RuleSheetReport {
  const [head, ...records] = UNREADABLE.test(csv) ? [] : readCsv(csv)
  if (!head) return nothingOf(wrong('', NO_TEXT))
  const { at, missing, notRead } = findColumns(layout.columns, head.cells)
  if (missing.length > 0) return nothingOf(wrong(head.cells.join(' '), columnsNeeded(missing)))
  if (records.length > MOST_SHEET_ROWS) return nothingOf(wrong(String(records.length), TOO_MANY))
  const rows = withoutTwins(
    records.map(({ line, cells }) =>
      layout.read({ line, cellOf: (column) => cells[at.get(column) ?? -1] ?? '' }),
    ),
  )
  const { marked, faults } = judged(layout, rows, problemsOf)
  const read = marked.filter(({ faults: own, isHouse }) => own.length === 0 && !isHouse)
  return {
    rows: marked.map(({ line, said, isHouse, faults: own }) => ({
      ...{ line, said, faults: [...own] },
      outcome: own.length > 0 ? 'refused' : isHouse ? 'house' : 'read',
    })),
    ...{ faults: [...faults], notRead, read: read.length },
    refused: marked.filter(({ faults: own }) => own.length > 0).length,
    value: layout.valueOf(read),
  }
}

/** A file that is no text, or in an encoding that nobody named: a workbook, say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL stands in no text
const UNREADABLE = /[\u0000\ufffd]/

const withoutTwins = (rows: readonly ReadRow[]): readonly ReadRow[] =>
  rows.map((row, index) => {
    const first = rows.findIndex(({ key }) => key === row.key)
    if (first === index || row.faults.length > 0) return row
    return { ...row, faults: [wrong(row.said, twinOf(rows[first]?.line ?? 0))] }
  })

/** Rows that contradict others are refused too, and what is left is looked at again, until nothing more is found. */
function judged(
  layout: Layout,
  rows: readonly ReadRow[],
  problemsOf: ProblemsOf,
): { readonly marked: readonly ReadRow[]; readonly faults: readonly CellFault[] } {
  const good = rows.filter(({ faults, isHouse }) => faults.length === 0 && !isHouse)
  const found = problemsOf(layout.valueOf(good)).map((problem) => {
    const { row, column } = layout.placeOf(problem.field, good)
    const cell = row && column ? foundWords(row.cellOf(column.name)) : null
    const fault: CellFault = { column: column?.title ?? null, found: cell, expected: textOf(problem) }
    return { row, fault }
  })
  const byRow = Map.groupBy(found, ({ row }) => row)
  if (good.every((row) => !byRow.has(row))) return { marked: rows, faults: found.map(({ fault }) => fault) }
  const marked = rows.map((row) => {
    const own = byRow.get(row)
    return own ? { ...row, faults: own.map(({ fault }) => fault) } : row
  })
  return judged(layout, marked, problemsOf)
}

const textOf = ({ zh, en }: FieldProblem): Bilingual => ({ zh, en })

const wrong = (found: string, expected: Bilingual): CellFault => ({
  ...{ column: null, found: found === '' ? null : foundWords(found), expected },
})

const nothingOf = (fault: CellFault): RuleSheetReport => ({
  ...{ rows: [], faults: [fault], notRead: [], read: 0, refused: 0, value: null },
})

const NO_TEXT = {
  zh: '一个文字表格：请在表格软件里另存为“CSV UTF-8（逗号分隔）”',
  en: 'a table as text: please save it from the spreadsheet as “CSV UTF-8 (comma delimited)”',
}
const TOO_MANY = {
  zh: `最多 ${MOST_SHEET_ROWS} 行`,
  en: `at most ${MOST_SHEET_ROWS} rows`,
}
const columnsNeeded = (missing: readonly { readonly title: Bilingual }[]): Bilingual => ({
  zh: `第一行要有这些列：${missing.map(({ title }) => title.zh).join('、')}`,
  en: `these columns in the first line: ${missing.map(({ title }) => title.en).join(', ')}`,
})
const twinOf = (line: number): Bilingual => ({
  zh: `每一行只出现一次；第 ${line} 行已经有了`,
  en: `each row once; it stands in line ${line} already`,
})
