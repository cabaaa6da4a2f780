import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../messages/words.ts'
import type { ReportField, ReportProblem } from './report-problems.ts'
import './report.css'

/** Puts the focus into the part of the page that a problem is about. */
export const focusField = (field: ReportField): void => {
  const part = document.querySelector(`[data-field="${field}"]`)
  const closed = part?.closest('details')
  if (closed) closed.open = true
  const control = part?.querySelector<HTMLElement>('textarea, input, select, button')
  control?.focus()
  part?.scrollIntoView({ block: 'center' })
}

interface ErrorSummaryProps {
  readonly problems: readonly ReportProblem[]
  /** Changes with each try to send, so that the summary takes the focus again. */
  readonly attempt: number
}

/** What has to be changed, at the top of the page, each leading to its place. */
export const ErrorSummary = ({ problems, attempt }: ErrorSummaryProps) => {
  const t = useWords('report')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="lx-summary" aria-labelledby="report-summary">
      <CircleAlert aria-hidden="true" />
      <div>
        <h2 id="report-summary">{t('problem.heading')}</h2>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field} ${'key' in problem ? problem.key : problem.sentence}`}>
              <button type="button" className="lx-summary-link" onClick={() => focusField(problem.field)}>
                {'key' in problem ? t(problem.key, problem.values) : problem.sentence}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
