import type { EvaluationRow } from '@lianxin/contract/rating/evaluation-views'
import type { HonestCount } from '@lianxin/contract/rules/honest-counts'
import { Download } from 'lucide-react'
import type { ComponentType } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { monthsBefore } from '../../ui/months-before.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './evaluation.css'
import type { EvaluationSearch } from './evaluation-search.ts'
import { evaluationSheet } from './evaluation-sheet.ts'
import { RateCell } from './rate-cell.tsx'
import { type OpenedNumber, useEvaluation } from './use-evaluation.ts'

/** What each rate divides. */
const PARTS: Partial<Record<keyof EvaluationRow['rates'], readonly [HonestCount, HonestCount]>> = {
  response: ['responded', 'asked'],
  solved: ['solved', 'judged'],
  satisfied: ['satisfied', 'rated'],
  onTime: ['closedOnTime', 'closed'],
}
const RATES = ['response', 'solved', 'satisfied', 'onTime', 'inGrid', 'inCommunity'] as const
const COUNTS = ['registered', 'openOverdue', 'reopened', 'merged', 'transferred', 'excluded'] as const

interface BoardProps {
  readonly search: EvaluationSearch
  readonly narrow: (search: EvaluationSearch) => void
  /** Where the reader may look behind the numbers. */
  readonly open?: (number: OpenedNumber) => void
  /** Leads to the page of a unit. */
  readonly unitLink?: ComponentType<{ readonly id: string; readonly name: string }>
}

/** The published rates of a month, for everybody and for staff alike. Rows stand in the order of the register: nothing is ranked. */
export const EvaluationBoard = ({ search, narrow, open, unitLink: UnitLink }: BoardProps) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const board = useEvaluation(search)
  const nameOf = ({ key, name, nameEn }: EvaluationRow) =>
    (locale === 'en' ? nameEn : name) || t(key === '' ? 'unknown' : 'total')
  const change = (more: EvaluationSearch) => narrow({ ...search, ...more })
  const data = board.data
  const save = () => {
    if (!data) return
    const named = (row: EvaluationRow) => (row === data.total ? t('total') : nameOf(row))
    const url = URL.createObjectURL(new Blob([evaluationSheet(data, t, named)], { type: 'text/csv' }))
    Object.assign(document.createElement('a'), {
      href: url,
      download: `${data.month}-${data.by}.csv`,
    }).click()
    URL.revokeObjectURL(url)
  }
  const line = (row: EvaluationRow, name: string, total: boolean) => {
    const number = (count: HonestCount) =>
      open && row.counts[count] > 0 && (total || row.key !== '') ? (
        <button type="button" className="lx-number" onClick={() => open({ key: row.key, name, count })}>
          {row.counts[count]}
        </button>
      ) : (
        row.counts[count]
      )
    return (
      <tr key={total ? 'total' : row.key} className={total ? 'lx-evaluation-total' : undefined}>
        <th scope="row">
          {UnitLink && !total && row.key !== '' && (search.by ?? 'unit') === 'unit' ? (
            <UnitLink id={row.key} name={name} />
          ) : (
            name
          )}
        </th>
        {RATES.map((rate) => {
          const parts = PARTS[rate]
          return (
            <td key={rate} data-label={t(`rate.${rate}`)}>
              <RateCell
                rate={row.rates[rate]}
                {...(parts
                  ? {
                      numerator: number(parts[0]),
                      denominator:
                        rate === 'onTime' ? (
                          <>
                            ({number('closed')} + {number('openOverdue')})
                          </>
                        ) : (
                          number(parts[1])
                        ),
                    }
                  : {})}
              />
            </td>
          )
        })}
        {COUNTS.map((count) => (
          <td key={count} data-label={t(`count.${count}`)}>
            {number(count)}
          </td>
        ))}
      </tr>
    )
  }
  return (
    <div className="lx-evaluation">
      <div className="lx-evaluation-tools">
        <Select
          label={t('by.label')}
          value={search.by ?? 'unit'}
          onChange={(by) => change({ by: by as NonNullable<EvaluationSearch['by']> })}
          options={(['unit', 'item', 'place'] as const).map((by) => ({ value: by, label: t(`by.${by}`) }))}
        />
        <Select
          label={t('month')}
          value={search.month ?? data?.month ?? ''}
          onChange={(month) => change({ month })}
          options={monthsBefore(data?.at ?? 0).map((month) => ({ value: month, label: month }))}
        />
        <Button icon={<Download aria-hidden="true" />} onClick={save}>
          {t('save')}
        </Button>
      </div>
      {board.isPending && <Skeleton count={6} />}
      {board.isError && (
        <ProblemBanner problem={board.error} onRetry={() => board.refetch()} pending={board.isFetching} />
      )}
      {data && data.rows.length === 0 && <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
      {data && data.rows.length > 0 && (
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
              {line(data.total, t('total'), true)}
              {data.rows.map((row) => line(row, nameOf(row), false))}
            </tbody>
          </table>
        </section>
      )}
      {data && (
        <p className="lx-hint">{t('how', { minimum: data.minimum, confidence: data.confidencePercent })}</p>
      )}
    </div>
  )
}
