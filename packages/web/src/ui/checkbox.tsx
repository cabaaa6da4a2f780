import { Check } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import './choice.css'

interface CheckboxProps extends Omit<ComponentProps<typeof AriaCheckbox>, 'children' | 'className'> {
  readonly label: string
  /** What saying yes means. */
  readonly more?: string
}

export const Checkbox = ({ label, more, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="lx-choice">
    {({ isSelected }) => (
      <>
        <span className="lx-tick" aria-hidden="true">
          {isSelected && <Check />}
        </span>
        <span className="lx-choice-words">
          {label}
          {more && <span className="lx-choice-more">{more}</span>}
        </span>
      </>
    )}
  </AriaCheckbox>
)
