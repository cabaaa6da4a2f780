import type { ReactNode } from 'react'
import './fold.css'
import { useNarrow } from './narrow.ts'

interface FoldProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** Of those with one name only one is open. */
  readonly name?: string
  /** `wide`: open where there is room for it, closed on a phone. */
  readonly open?: 'wide' | 'never'
}

/** A part of a page that opens by its heading. */
export const Fold = ({ title, children, name, open = 'wide' }: FoldProps) => {
  const narrow = useNarrow()
  return (
    <details className="lx-fold" name={name} open={open === 'wide' && !narrow}>
      <summary>{title}</summary>
      <div className="lx-fold-body">{children}</div>
    </details>
  )
}
