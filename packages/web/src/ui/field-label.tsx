import { Label } from 'react-aria-components/Label'
import { useWords } from '../messages/words.ts'

interface FieldLabelProps {
  readonly children: string
  readonly optional?: boolean | undefined
}

/** Says which fields may stay empty; asking little is the rule, so the required ones carry no mark. */
export const FieldLabel = ({ children, optional }: FieldLabelProps) => {
  const t = useWords('ui')
  return (
    <Label className="lx-label">
      {children}
      {optional && <span className="lx-label-optional"> {t('field.optional')}</span>}
    </Label>
  )
}
