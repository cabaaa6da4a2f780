import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PlacePicker } from '../../features/place-picker/place-picker.tsx'
import { ReportForm } from '../../features/report/report-form.tsx'
import { useReportDraft } from '../../features/report/use-report-draft.ts'
import { useWords } from '../../messages/words.ts'

/** One page from words to receipt. Once a receipt exists for this draft, from this tab or another, it is shown. */
export const ReportScreen = () => {
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
      <ReportForm report={report} PlaceField={PlacePicker} />
    </div>
  )
}
