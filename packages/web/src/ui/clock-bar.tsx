import { AlarmClock, CircleCheck, CirclePause, Clock, TriangleAlert } from 'lucide-react'
import { useWords } from '../messages/words.ts'
import { useNow } from './now.ts'
import './state-tag.css'
import { DUE_SOON_MS } from './state-tone.ts'
import './time.css'
import { useTimeWords } from './time-words.ts'

interface ClockBarProps {
  /** Unix milliseconds, as are the others. */
  readonly startedAt: number
  readonly dueAt: number
  /** When it was done; null while the clock runs. */
  readonly stoppedAt?: number | null
  readonly paused?: boolean
  /** The calendar of that year is not published yet, so the deadline may still move. */
  readonly provisional?: boolean
}

const ICONS = {
  open: Clock,
  dueSoon: AlarmClock,
  overdue: TriangleAlert,
  closed: CircleCheck,
  suspended: CirclePause,
}

/** Time left, in words first; the bar says the same again for the eye that skims. */
export const ClockBar = ({
  startedAt,
  dueAt,
  stoppedAt = null,
  paused = false,
  provisional = false,
}: ClockBarProps) => {
  const t = useWords('ui')
  const say = useTimeWords()
  const now = useNow()
  const until = stoppedAt ?? now
  const tone = paused
    ? 'suspended'
    : stoppedAt !== null
      ? stoppedAt <= dueAt
        ? 'closed'
        : 'overdue'
      : dueAt <= now
        ? 'overdue'
        : dueAt - now <= DUE_SOON_MS
          ? 'dueSoon'
          : 'open'
  const words = paused
    ? t('clock.paused')
    : stoppedAt === null
      ? say.left(dueAt)
      : stoppedAt <= dueAt
        ? t('clock.inTime')
        : t('clock.late', { span: say.span(stoppedAt - dueAt) })
  const used = Math.min(1, Math.max(0, (until - startedAt) / Math.max(1, dueAt - startedAt)))
  const Icon = ICONS[tone]
  return (
    <div className="lx-clock" data-tone={tone}>
      <p className="lx-clock-words">
        <Icon aria-hidden="true" />
        <span>{words}</span>
        <span className="lx-clock-due" title={say.exact(dueAt)}>
          {say.deadline(dueAt)}
          {provisional && t('clock.provisional')}
        </span>
      </p>
      <div className="lx-clock-track" aria-hidden="true">
        <div className="lx-clock-fill" style={{ inlineSize: `${Math.max(2, used * 100)}%` }} />
      </div>
    </div>
  )
}
