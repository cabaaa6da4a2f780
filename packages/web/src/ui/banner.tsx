import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../messages/words.ts'
import './banner.css'

export type BannerKind = 'info' | 'success' | 'warn' | 'error'

const ICONS = { info: Info, success: CircleCheck, warn: TriangleAlert, error: CircleX }

interface BannerProps {
  readonly kind: BannerKind
  /** What happened. */
  readonly title: string
  /** What is safe. */
  readonly safe?: ReactNode
  /** What to do next. */
  readonly next?: ReactNode
  /** A button or link that does it. */
  readonly action?: ReactNode
}

/** What happened · what is safe · what to do. Errors and warnings are spoken at once, the others when there is a pause. */
export const Banner = ({ kind, title, safe, next, action }: BannerProps) => {
  const t = useWords('ui')
  const Icon = ICONS[kind]
  return (
    <div
      className="lx-banner"
      data-kind={kind}
      role={kind === 'error' || kind === 'warn' ? 'alert' : 'status'}
    >
      <Icon aria-hidden="true" />
      <div className="lx-banner-words">
        <p className="lx-banner-title">
          <span className="lx-hidden">{t('banner.kind', { kind })}</span>
          {title}
        </p>
        {safe && <p>{safe}</p>}
        {next && <p>{next}</p>}
        {action && <div className="lx-banner-action">{action}</div>}
      </div>
    </div>
  )
}
