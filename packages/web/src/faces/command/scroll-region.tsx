import type { ReactNode } from 'react'

interface ScrollRegionProps {
  /** Id of the heading that names it. */
  readonly labelledBy: string
  readonly children: ReactNode
}

/** A list that scrolls by itself, also by the keyboard. */
export const ScrollRegion = ({ labelledBy, children }: ScrollRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
  <section className="wall-scroll" tabIndex={0} aria-labelledby={labelledBy}>
    {children}
  </section>
)
