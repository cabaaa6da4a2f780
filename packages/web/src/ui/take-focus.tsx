import { type ReactNode, useEffect, useRef } from 'react'

/** What comes in the place of whatever held the focus takes it, so that a keyboard and a voice go on from there. */
export const TakeFocus = ({ children }: { readonly children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}
