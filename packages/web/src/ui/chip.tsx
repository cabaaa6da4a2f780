import type { ReactNode } from 'react'
import './chip.css'

interface ChipProps {
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A small fact beside others: the community, the item, how many photos. Not a control, not a state. */
export const Chip = ({ icon, children }: ChipProps) => (
  <span className="lx-chip">
    {icon}
    {children}
  </span>
)
