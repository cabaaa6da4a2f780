import type { ReactNode } from 'react'
import './entry-form.css'

interface EntryFormProps {
  readonly onSend: () => void
  readonly children: ReactNode
}

/** A form for a thumb: one column, its next action at hand below. */
export const EntryForm = ({ onSend, children }: EntryFormProps) => (
  <form
    className="lx-entry"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
  >
    {children}
  </form>
)

interface FoldedProps {
  readonly summary: string
  readonly open: boolean
  readonly children: ReactNode
}

/** What may be said and need not be. */
export const EntryFolded = ({ summary, open, children }: FoldedProps) => (
  <details className="lx-entry-folded" open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)

/** The buttons: within a thumb's reach however long the form is; several rows of them (`tall`) stay at its end. */
export const EntrySend = ({ tall, children }: { readonly tall?: boolean; readonly children: ReactNode }) => (
  <div className="lx-entry-send" data-tall={tall || undefined}>
    {children}
  </div>
)
