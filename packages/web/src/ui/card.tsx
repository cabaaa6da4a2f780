import type { ComponentProps } from 'react'
import './card.css'

interface CardProps extends Omit<ComponentProps<'section'>, 'className'> {
  /** `sunk`: background information; `warm`: a moment of meeting (answer, thanks). */
  readonly ground?: 'surface' | 'sunk' | 'warm'
}

export const Card = ({ ground = 'surface', ...rest }: CardProps) => (
  <section {...rest} className="lx-card" data-ground={ground} />
)
