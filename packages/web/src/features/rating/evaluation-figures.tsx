import type { EvaluationRow } from '@lianxin/contract/rating/evaluation-views'
import type { HonestCount } from '@lianxin/contract/rules/honest-counts'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'
import { RateCell } from './rate-cell.tsx'

export const RATES = ['signedInTime', 'solved', 'satisfied', 'onTime', 'inGrid', 'inCommunity'] as const
export const COUNTS = ['registered', 'openOverdue', 'reopened', 'merged', 'transferred', 'excluded'] as const

/** What each rate divides. */
const PARTS: Partial<Record<keyof EvaluationRow['rates'], readonly [HonestCount, HonestCount]>> = {
  signedInTime: ['responded', 'asked'],
  solved: ['solved', 'judged'],
  satisfied: ['satisfied', 'rated'],
  onTime: ['closedOnTime', 'endedLate'],
}

/** A number as it stands there; a button where it opens its matters. */
export type NumberOf = (count: HonestCount) => ReactNode

interface FigureProps {
  readonly row: EvaluationRow
  readonly number: NumberOf
}

/** A rate whose two numbers open their matters. */
export const OpenRate = ({ row, number, rate }: FigureProps & { readonly rate: (typeof RATES)[number] }) => {
  const parts = PARTS[rate]
  if (!parts) return <RateCell rate={row.rates[rate]} />
  const [numerator, denominator] = parts
  return (
    <RateCell
      rate={row.rates[rate]}
      numerator={number(numerator)}
      denominator={
        rate === 'onTime' ? (
          <>
            ({number('closedOnTime')} + {number('endedLate')} + {number('openOverdue')})
          </>
        ) : (
          number(denominator)
        )
      }
    />
  )
}

/** All figures of one row, each under its name. */
export const EvaluationFigures = ({ row, number }: FigureProps) => {
  const t = useWords('rating')
  return (
    <dl className="lx-evaluation-figures">
      {RATES.map((rate) => (
        <div key={rate}>
          <dt>{t(`rate.${rate}`)}</dt>
          <dd>
            <OpenRate row={row} number={number} rate={rate} />
          </dd>
        </div>
      ))}
      {COUNTS.map((count) => (
        <div key={count}>
          <dt>{t(`count.${count}`)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
