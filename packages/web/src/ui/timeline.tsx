import type { ReactNode } from 'react'
import './state-tag.css'
import type { StateTone } from './state-tone.ts'
import { Time } from './time.tsx'
import './timeline.css'

export interface TimelineEntry {
  readonly key: string | number
  /** Unix milliseconds. */
  readonly at: number
  /** What happened, as a neighbour would say it. */
  readonly sentence: string
  /** What was written, photos, the reason. */
  readonly more?: ReactNode
  readonly tone?: StateTone
}

interface TimelineProps {
  readonly label: string
  /** Newest first: who has it now stands at the top. */
  readonly entries: readonly TimelineEntry[]
}

export const Timeline = ({ label, entries }: TimelineProps) => (
  <ol className="lx-timeline" aria-label={label}>
    {entries.map((entry, place) => (
      <li
        key={entry.key}
        className="lx-step"
        data-tone={entry.tone ?? 'open'}
        data-now={place === 0 || undefined}
      >
        <p className="lx-step-sentence">{entry.sentence}</p>
        <p className="lx-step-when">
          <Time at={entry.at} />
        </p>
        {entry.more && <div className="lx-step-more">{entry.more}</div>}
      </li>
    ))}
  </ol>
)
