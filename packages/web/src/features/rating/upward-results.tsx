import type { UpwardBoard } from '@lianxin/contract/rating/upward-views'
import { UPWARD_ASPECTS } from '@lianxin/contract/rules/upward-result'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { Select } from '../../ui/select.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './topic-list.css'
import { useUpwardBoard } from './use-upward.ts'

interface UpwardResultsProps {
  /** What the rated unit may answer with. */
  readonly answer?: (board: UpwardBoard, unitId: string) => ReactNode
  /** A unit's own page shows that unit alone. */
  readonly unitId?: string
}

/** How communities and grid workers rated subdistricts and departments: whole marks, groups large enough, and the answers. */
export const UpwardResults = ({ answer, unitId }: UpwardResultsProps) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const [quarter, setQuarter] = useState<string>()
  const { data } = useUpwardBoard(quarter)
  if (!data) return null
  const rows = data.rows.filter((row) => unitId === undefined || row.unitId === unitId)
  const shown = rows.filter(({ result }) => result !== null)
  const few = rows.length - shown.length
  return (
    <Fold title={<h2>{t('upward.heading')}</h2>}>
      <p className="lx-quiet">{t('upward.what', { minimum: data.minimumGroup })}</p>
      {data.quarters.length > 1 && (
        <Select
          label={t('upward.quarter')}
          value={data.quarter}
          onChange={setQuarter}
          options={data.quarters.map((one) => ({ value: one, label: say.quarter(one) }))}
        />
      )}
      {shown.length === 0 && <p>{t('upward.none', { quarter: say.quarter(data.quarter) })}</p>}
      <ul className="lx-topics">
        {shown.map((row) => (
          <li key={row.unitId} className="lx-upward">
            <h3>{locale === 'en' ? row.nameEn : row.name}</h3>
            {row.result && (
              <>
                <dl>
                  {UPWARD_ASPECTS.map((aspect) => (
                    <div key={aspect} className="lx-upward-aspect">
                      <dt>{t(`upward.aspect.${aspect}`)}</dt>
                      <dd>{t(`upward.band.${row.result?.bands[aspect] ?? 3}`)}</dd>
                    </div>
                  ))}
                </dl>
                <p className="lx-quiet lx-small">
                  {t('upward.raters', {
                    quarter: say.quarter(data.quarter),
                    least: row.result.ratersAtLeast,
                  })}
                </p>
              </>
            )}
            {row.answer && (
              <blockquote>
                <p className="lx-quiet lx-small">{t('upward.answer')}</p>
                <p>{row.answer.words}</p>
              </blockquote>
            )}
            {data.ownUnitId === row.unitId && answer?.(data, row.unitId)}
          </li>
        ))}
      </ul>
      {few > 0 && shown.length > 0 && <p className="lx-quiet">{t('upward.few', { count: few })}</p>}
    </Fold>
  )
}
