import { type ReactNode, useId } from 'react'
import type { FormField } from '../../../features/case/move-draft.ts'
import type { MoveForm } from '../../../features/case/use-move.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface FieldFrameProps {
  readonly field: FormField
  /** Another name than the field's own. */
  readonly name?: string
  readonly form: MoveForm
  readonly required: boolean
  readonly hint?: ReactNode
  /** `group`: several controls under one name; else one control that takes the given id. */
  readonly group?: boolean
  readonly children: (control: {
    readonly id: string
    readonly 'aria-invalid'?: true
    readonly 'aria-describedby'?: string
  }) => ReactNode
}

/** Label, hint and what is wrong, tied to the control for screen readers. */
export const FieldFrame = ({ field, name, form, required, hint, group, children }: FieldFrameProps) => {
  const t = useWords('case')
  const say = useSay()
  const id = useId()
  const told = form.fields[field]
  const problem = told ? say.text(told) : form.missing.includes(field) ? t(`missing.${field}`) : undefined
  const label = (
    <>
      {name ?? t(`field.${field}`)}
      {!required && <span className="field-optional"> {t('field.optional')}</span>}
    </>
  )
  const inner = children({
    id,
    ...(problem ? { 'aria-invalid': true as const } : {}),
    ...(problem || hint ? { 'aria-describedby': `${id}-told` } : {}),
  })
  const told_ = (problem || hint) && (
    <p id={`${id}-told`} className="field-told" data-wrong={problem ? true : undefined}>
      {problem ?? hint}
    </p>
  )
  return group ? (
    <fieldset className="field">
      <legend>{label}</legend>
      {inner}
      {told_}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {inner}
      {told_}
    </div>
  )
}
