import type { RateView } from '@lianxin/contract/figures/figure-views'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'

const percent = (share: number) => Math.round(share * 100)

interface RateCellProps {
  readonly rate: RateView
  readonly numerator?: ReactNode
  readonly denominator?: ReactNode
}

/** A rate with both numbers and its interval; too few to say where there are few. */
export const RateCell = ({ rate, numerator, denominator }: RateCellProps) => {
  const t = useWords('rating')
  const { value, interval, tooFewToSay } = rate
  return (
    <span className="lx-rate" data-few={tooFewToSay || undefined}>
      <strong>
        {value === null ? '–' : tooFewToSay ? t('tooFew') : t('percent', { percent: percent(value) })}
      </strong>
      {/* Nothing to divide by: the dash says it. */}
      {rate.denominator > 0 && (
        <small>
          {numerator ?? rate.numerator} / {denominator ?? rate.denominator}
        </small>
      )}
      {interval && !tooFewToSay && (
        <small>{t('interval', { low: percent(interval[0]), high: percent(interval[1]) })}</small>
      )}
    </span>
  )
}
