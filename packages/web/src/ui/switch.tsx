import type { ComponentProps } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import './choice.css'

interface SwitchProps extends Omit<ComponentProps<typeof AriaSwitch>, 'children' | 'className'> {
  readonly label: string
  readonly more?: string
}

/** For something that takes effect at once; a choice that is sent with a form is a Checkbox. */
export const Switch = ({ label, more, ...rest }: SwitchProps) => (
  <AriaSwitch {...rest} className="lx-choice">
    <span className="lx-switch" aria-hidden="true" />
    <span className="lx-choice-words">
      {label}
      {more && <span className="lx-choice-more">{more}</span>}
    </span>
  </AriaSwitch>
)
