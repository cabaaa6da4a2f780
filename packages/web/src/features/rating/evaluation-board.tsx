import type { EvaluationRow } from '@lianxin/contract/rating/evaluation-views'
import { Download } from 'lucide-react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Fold } from '../../ui/fold.tsx'
import { monthsBefore } from '../../ui/months-before.ts'
import { useNarrow } from '../../ui/narrow.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { CountedAnew } from './counted-anew.tsx'
import './evaluation.css'
import type { NumberOf } from './evaluation-figures.tsx'
import { EvaluationList } from './evaluation-list.tsx'
import { EvaluationTable, type UnitLink } from './evaluation-rows.tsx'
import type { EvaluationSearch } from './evaluation-search.ts'
import { evaluationSheet } from './evaluation-sheet.ts'
import { LeftOut } from './left-out.tsx'
import { type OpenedNumber, useEvaluation } from './use-evaluation.ts'

interface BoardProps {
  readonly search: EvaluationSearch
  readonly narrow: (search: EvaluationSearch) => void
  /** Where the reader may look behind the numbers. */
  readonly open?: (number: OpenedNumber) => void
  readonly unitLink?: UnitLink
}

/** The published rates of a month, for everybody and for staff alike. Rows stand in the order of the register: nothing is ranked. */
export const EvaluationBoard = ({ search, narrow, open, unitLink }: BoardProps) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const phone = useNarrow()
  const board = useEvaluation(search)
  const { data } = board
  const nameOf = (row: EvaluationRow) =>
    row === data?.total
      ? t('total')
      : (locale === 'en' ? row.nameEn : row.name) || t(row.key === '' ? 'unknown' : 'total')
  const change = (more: EvaluationSearch) => narrow({ ...search, ...more })
  const save = () => {
    if (!data) return
    const url = URL.createObjectURL(new Blob([evaluationSheet(data, t, nameOf)], { type: 'text/csv' }))
    Object.assign(document.createElement('a'), {
      href: url,
      download: `${data.month}-${data.by}.csv`,
    }).click()
    URL.revokeObjectURL(url)
  }
  const numberOf =
    (row: EvaluationRow): NumberOf =>
    (count) =>
      open && row.counts[count] > 0 && (row === data?.total || row.key !== '') ? (
        <button
          type="button"
          className="lx-number"
          onClick={() => open({ key: row.key, name: nameOf(row), count })}
        >
          {row.counts[count]}
        </button>
      ) : (
        row.counts[count]
      )
  const Rows = phone ? EvaluationList : EvaluationTable
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
          options={monthsBefore(data?.at ?? 0).map((month) => ({ value: month, label: say.month(month) }))}
        />
        {!data?.recounting && (
          <Button icon={<Download aria-hidden="true" />} onClick={save}>
            {t('save')}
          </Button>
        )}
      </div>
      {board.isPending && <Skeleton count={6} />}
      {board.isError && (
        <ProblemBanner problem={board.error} onRetry={() => board.refetch()} pending={board.isFetching} />
      )}
      {data?.recounting && <CountedAnew recounting={data.recounting} />}
      {data && !data.recounting && data.rows.length === 0 && (
        <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <Rows key={data.by} data={data} nameOf={nameOf} numberOf={numberOf} unitLink={unitLink} />
      )}
      {data && <LeftOut board={data} />}
      {data && (
        <Fold title={<h2>{t('howHeading')}</h2>}>
          <p className="lx-quiet">{t('howSigned')}</p>
          <p className="lx-quiet">
            {t('how', { minimum: data.minimum, confidence: data.confidencePercent })}
          </p>
        </Fold>
      )}
    </div>
  )
}
