import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../../messages/words.ts'
import { type Already, type PlaceField, ReportForm } from './report-form.tsx'
import { useReportDraft } from './use-report-draft.ts'

interface ReportScreenProps {
  readonly PlaceField: PlaceField
  readonly Already: Already
}

/** One page from words to receipt. Once a receipt exists for this draft, from this tab or another, it is shown. */
export const ReportScreen = ({ PlaceField, Already }: ReportScreenProps) => {
  const t = useWords('report')
  const report = useReportDraft()
  const navigate = useNavigate()
  const { wasSent } = report
  useEffect(() => {
    if (wasSent) void navigate({ to: '/report/receipt', replace: true })
  }, [wasSent, navigate])
  return (
    <div className="lx-page">
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-quiet lx-small">{t('keptHere')}</p>
      </div>
      <ReportForm report={report} PlaceField={PlaceField} Already={Already} />
    </div>
  )
}
