import { monthOf, monthSpan } from '../gate/burden.ts'

/** The quarter of a moment as `2026-Q4`, by the local calendar. */
export function quarterOf(moment: number): string {
  const [year = '', month = ''] = monthOf(moment).split('-')
  return `${year}-Q${Math.ceil(Number(month) / 3)}`
}

/** From its first moment to the first of the next. */
export function quarterSpan(quarter: string): readonly [from: number, until: number] {
  const [year = '', number = ''] = quarter.split('-Q')
  const month = (serial: number) => `${year}-${String(serial).padStart(2, '0')}`
  const last = Number(number) * 3
  return [monthSpan(month(last - 2))[0], monthSpan(month(last))[1]]
}
