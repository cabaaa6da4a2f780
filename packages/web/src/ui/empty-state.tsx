import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import './card.css'

interface EmptyStateProps {
  readonly icon?: ReactNode
  /** What will appear here. */
  readonly title: string
  /** How to make the first one. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className="lx-empty">
    {icon ?? <Inbox aria-hidden="true" />}
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
)
