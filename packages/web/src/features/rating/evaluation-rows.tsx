import type { EvaluationBoard, EvaluationRow } from '@lianxin/contract/rating/evaluation-views'
import type { ComponentType, ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'
import { COUNTS, type NumberOf, OpenRate, RATES } from './evaluation-figures.tsx'

/** Leads to the page of a unit. */
export type UnitLink = ComponentType<{ readonly id: string; readonly children: ReactNode }>

export interface RowsProps {
  readonly data: EvaluationBoard
  readonly nameOf: (row: EvaluationRow) => string
  readonly numberOf: (row: EvaluationRow) => NumberOf
  readonly unitLink?: UnitLink | undefined
}

export const isUnit = ({ by }: EvaluationBoard, { key }: EvaluationRow) => by === 'unit' && key !== ''

/** Everything at once, where the screen has room for a dozen columns. */
export const EvaluationTable = ({ data, nameOf, numberOf, unitLink: UnitLink }: RowsProps) => {
  const t = useWords('rating')
  const line = (row: EvaluationRow) => (
    <tr
      key={row === data.total ? 'total' : row.key}
      className={row === data.total ? 'lx-evaluation-total' : undefined}
    >
      <th scope="row">
        {UnitLink && isUnit(data, row) ? <UnitLink id={row.key}>{nameOf(row)}</UnitLink> : nameOf(row)}
      </th>
      {RATES.map((rate) => (
        <td key={rate}>
          <OpenRate row={row} number={numberOf(row)} rate={rate} />
        </td>
      ))}
      {COUNTS.map((count) => (
        <td key={count}>{numberOf(row)(count)}</td>
      ))}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className="lx-evaluation-scroll" tabIndex={0} aria-label={t('table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`by.${data.by}`)}</th>
            {RATES.map((rate) => (
              <th scope="col" key={rate}>
                {t(`rate.${rate}`)}
              </th>
            ))}
            {COUNTS.map((count) => (
              <th scope="col" key={count}>
                {t(`count.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line(data.total)}
          {data.rows.map(line)}
        </tbody>
      </table>
    </section>
  )
}
