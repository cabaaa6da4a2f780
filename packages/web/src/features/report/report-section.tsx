import { type ReactNode, useId } from 'react'
import { useWords } from '../../messages/words.ts'
import './report.css'

interface ReportSectionProps {
  readonly icon: ReactNode
  readonly title: string
  /** The page cannot be sent without it. */
  readonly needed?: boolean
  readonly hint?: string
  readonly children: ReactNode
}

/** One question of the page. */
export const ReportSection = ({ icon, title, needed = false, hint, children }: ReportSectionProps) => {
  const t = useWords('report')
  const id = useId()
  return (
    <section className="lx-ask" aria-labelledby={id}>
      <div className="lx-ask-head">
        <span className="lx-ask-icon" aria-hidden="true">
          {icon}
        </span>
        <h2 id={id}>{title}</h2>
        {needed && <span className="lx-ask-needed">{t('needed')}</span>}
      </div>
      {hint && <p className="lx-quiet lx-small">{hint}</p>}
      {children}
    </section>
  )
}
