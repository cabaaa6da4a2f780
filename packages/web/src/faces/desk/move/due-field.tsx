import { Button, Input } from 'antd'
import { useState } from 'react'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** The deadline that the catalogue gives; changing it is possible and needs a reason. */
export const DueField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const times = useTimeWords()
  const proposed = form.suggestion?.dueAt ?? null
  // A date that is asked for is no change of a proposed one.
  const asked = move.needs.includes('dueAt')
  const [changing, setChanging] = useState(asked || form.draft.dueAt !== undefined)
  const hint = asked
    ? undefined
    : changing
      ? t('due.reason')
      : proposed !== null && form.suggestion?.provisional
        ? t('due.provisional')
        : undefined
  return (
    <FieldFrame
      field="dueAt"
      {...(asked ? { name: t('due.asked') } : {})}
      form={form}
      required={move.needs.includes('dueAt') || !changing}
      hint={hint}
      group
    >
      {(control) =>
        changing ? (
          <div className="due">
            <Input
              {...control}
              type="datetime-local"
              aria-label={t('field.dueAt')}
              min={toDayInput(serverNow())}
              {...(form.draft.dueAt === undefined
                ? { defaultValue: asked || proposed === null ? '' : toDayInput(proposed) }
                : { defaultValue: toDayInput(form.draft.dueAt) })}
              onChange={(event) => form.change({ dueAt: fromDayInput(event.target.value) })}
            />
            {!asked && (
              <Button
                onClick={() => {
                  form.change({ dueAt: undefined })
                  setChanging(false)
                }}
              >
                {t('due.back')}
              </Button>
            )}
          </div>
        ) : (
          <div className="due">
            <strong>{proposed === null ? t('due.byItem') : times.deadline(proposed)}</strong>
            <Button size="small" onClick={() => setChanging(true)}>
              {t('due.change')}
            </Button>
          </div>
        )
      }
    </FieldFrame>
  )
}
