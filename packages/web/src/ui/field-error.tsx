import { CircleAlert } from 'lucide-react'
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'

/** The sentence under a field that needs changing; tied to the field for screen readers. */
export const FieldError = ({ children }: { readonly children: string | undefined }) =>
  children ? (
    <AriaFieldError className="lx-error">
      <CircleAlert aria-hidden="true" />
      <span>{children}</span>
    </AriaFieldError>
  ) : null
