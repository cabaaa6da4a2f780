import { Input } from 'antd'
import { needsReason } from '../../../features/case/move-draft.ts'
import { MOVE_LIMITS } from '../../../features/case/move-limits.ts'
import { leadsToPerson } from '../../../features/case/public-words.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

export const WordsField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const exposed = form.kind?.moves[move.move]?.public === true
  const found = exposed ? leadsToPerson(form.draft.words ?? '') : []
  const hint = found.length > 0 ? t('public.found', { found: found.join(' · ') }) : t('public.told')
  return (
    <FieldFrame
      field="words"
      form={form}
      required={move.needs.includes('words')}
      {...(exposed ? { hint } : {})}
    >
      {(control) => (
        <Input.TextArea
          {...control}
          value={form.draft.words ?? ''}
          onChange={(event) => form.change({ words: event.target.value })}
          placeholder={
            exposed ? '' : t(move.needs.includes('words') ? 'placeholder.words' : 'placeholder.maybeWords')
          }
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={MOVE_LIMITS.words}
        />
      )}
    </FieldFrame>
  )
}

export const ReasonField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const required = needsReason(move, form.kind, form.draft)
  return (
    <FieldFrame field="reason" form={form} required={required}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={form.draft.reason ?? ''}
          onChange={(event) => form.change({ reason: event.target.value })}
          placeholder={t('placeholder.reason')}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={MOVE_LIMITS.reason}
        />
      )}
    </FieldFrame>
  )
}
