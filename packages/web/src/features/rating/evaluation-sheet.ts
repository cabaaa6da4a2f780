import type { EvaluationBoard, EvaluationRow } from '@lianxin/contract/rating/evaluation-views'
import { HONEST_COUNTS } from '@lianxin/contract/rules/honest-counts'
import { CSV_BYTE_ORDER_MARK, csvRow } from '@lianxin/contract/rules/spreadsheet-cell'

/** The page as a spreadsheet: every count, and the two numbers and the interval of every rate. */
export function evaluationSheet(
  board: EvaluationBoard,
  t: (key: string) => string,
  nameOf: (row: EvaluationRow) => string,
): string {
  const rates = Object.keys(board.total.rates) as (keyof EvaluationRow['rates'])[]
  const heading = [
    t(`by.${board.by}`),
    ...HONEST_COUNTS.map((name) => t(`count.${name}`)),
    ...rates.flatMap((name) => [t(`rate.${name}`), t('low'), t('high')]),
  ]
  const line = (row: EvaluationRow) => [
    nameOf(row),
    ...HONEST_COUNTS.map((name) => row.counts[name]),
    ...rates.flatMap((name) => {
      const { value, interval } = row.rates[name]
      return [value, interval?.[0], interval?.[1]]
    }),
  ]
  return CSV_BYTE_ORDER_MARK + [heading, line(board.total), ...board.rows.map(line)].map(csvRow).join('')
}
