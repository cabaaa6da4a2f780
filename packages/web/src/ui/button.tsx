import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useWords } from '../messages/words.ts'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly kind?: ButtonKind
  /** `main`: the one next action of a screen, larger. */
  readonly size?: 'main' | 'normal'
  readonly icon?: ReactNode
  readonly wide?: boolean
  /** The command is on its way: the button keeps its words and the focus, and does not send twice. */
  readonly pending?: boolean
}

/** A native button on purpose: it costs no library on the first screen and behaves as every assistive tool expects. */
export const Button = ({
  kind = 'secondary',
  size = 'normal',
  icon,
  wide = false,
  pending = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) => {
  const t = useWords('ui')
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className="lx-button"
      data-kind={kind}
      data-size={size}
      data-wide={wide || undefined}
      aria-disabled={pending || undefined}
      onClick={press}
    >
      {pending ? <LoaderCircle className="lx-spin" aria-hidden="true" /> : icon}
      <span>{children}</span>
      {pending && (
        <span className="lx-hidden" role="status">
          {t('button.pending')}
        </span>
      )}
    </button>
  )
}

/** Dress for a link that leads to the next action: `<Link {...buttonDress('primary')}>`. */
export const buttonDress = (
  kind: ButtonKind = 'secondary',
  size: 'main' | 'normal' = 'normal',
  wide = false,
) =>
  ({
    className: 'lx-button',
    'data-kind': kind,
    'data-size': size,
    'data-wide': wide || undefined,
  }) as const
