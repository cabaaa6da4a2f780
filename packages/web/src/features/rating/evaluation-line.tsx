import type { ReactNode } from 'react'

interface EvaluationLineProps {
  readonly name: string
  readonly more: ReactNode
}

/** What stands on a fold that is closed: what it is about, and how much is in it. */
export const EvaluationLine = ({ name, more }: EvaluationLineProps) => (
  <span className="lx-evaluation-line">
    <strong>{name}</strong>
    <small>{more}</small>
  </span>
)
