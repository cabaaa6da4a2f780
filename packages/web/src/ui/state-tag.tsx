import {
  AlarmClock,
  CircleCheck,
  CircleDot,
  CirclePause,
  CircleX,
  Hourglass,
  TriangleAlert,
} from 'lucide-react'
import { useWords } from '../messages/words.ts'
import './state-tag.css'
import type { StateTone } from './state-tone.ts'

const ICONS = {
  open: CircleDot,
  dueSoon: AlarmClock,
  overdue: TriangleAlert,
  waiting: Hourglass,
  closed: CircleCheck,
  unmet: CircleX,
  suspended: CirclePause,
} as const satisfies Record<StateTone, unknown>

interface StateTagProps {
  readonly tone: StateTone
  /** The state's own name where there is one, e.g. 待派单; lateness is then said beside it. */
  readonly name?: string
}

export const StateTag = ({ tone, name }: StateTagProps) => {
  const t = useWords('ui')
  const Icon = ICONS[tone]
  const word = t(`state.${tone}`)
  const late = tone === 'dueSoon' || tone === 'overdue'
  return (
    <span className="lx-state" data-tone={tone}>
      <Icon aria-hidden="true" />
      {name === undefined ? word : late ? `${name} · ${word}` : name}
    </span>
  )
}
