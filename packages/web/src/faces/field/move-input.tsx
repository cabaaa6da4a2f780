import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import { fromDayInput, toDayInput } from '../../features/case/day-input.ts'
import { type FormField, needsReason } from '../../features/case/move-draft.ts'
import { MOVE_LIMITS } from '../../features/case/move-limits.ts'
import type { MoveForm } from '../../features/case/use-move.ts'
import { useMovePhotos } from '../../features/case/use-move-photos.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { PhotoInput } from '../../ui/photo-input.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { CallInput } from './call-input.tsx'
import { ItemInput } from './item-input.tsx'
import { UnitsInput } from './units-input.tsx'

interface MoveInputProps {
  readonly field: FormField
  readonly form: MoveForm
  readonly move: MoveView
  readonly kase: CaseView
}

const LEVELS = [1, 2, 3, 4, 5]
const SCORES = [1, 2, 3, 4, 5]

const Photos = ({ form }: { readonly form: MoveForm }) => {
  const t = useWords('case')
  return <PhotoInput label={t('field.fileIds')} hint={t('photo.hint')} {...useMovePhotos(form)} />
}

/** One input of a step, by its name in the contract. */
export const MoveInput = ({ field, form, move, kase }: MoveInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const { draft, change, missing, fields } = form
  const told = fields[field]
  const error = told ? say.text(told) : missing.includes(field) ? t(`missing.${field}`) : undefined
  const optional = !move.needs.includes(field)
  const label = t(`field.${field}`)
  const choice = (
    value: number | boolean | undefined,
    options: { value: string; label: string }[],
    set: (value: string) => void,
  ) => (
    <Select
      label={label}
      optional={optional}
      error={error}
      value={value === undefined ? '' : String(value)}
      options={options}
      onChange={set}
    />
  )
  switch (field) {
    case 'words':
      return (
        <TextArea
          label={label}
          optional={optional}
          error={error}
          limit={MOVE_LIMITS.words}
          value={draft.words ?? ''}
          placeholder={t(optional ? 'placeholder.maybeWords' : 'placeholder.words')}
          onChange={(words) => change({ words })}
        />
      )
    case 'reason':
      return (
        <TextArea
          label={label}
          optional={!needsReason(move, form.kind, draft)}
          error={error}
          limit={MOVE_LIMITS.reason}
          rows={3}
          value={draft.reason ?? ''}
          placeholder={t('placeholder.reason')}
          onChange={(reason) => change({ reason })}
        />
      )
    case 'fileIds':
      return <Photos form={form} />
    case 'choices':
    case 'assignmentId':
    case 'scores':
    case 'arrivalCode':
      return <CallInput {...{ field, form, move, kase, error }} />
    case 'otherId':
    case 'personId':
    case 'tally':
    case 'dutyCode':
      // Joining matters, counting votes and refusing a call are done at a desk.
      return null
    case 'itemCode':
      return <ItemInput form={form} move={move} error={error} />
    case 'units':
      return <UnitsInput form={form} move={move} error={error} />
    case 'level':
      return choice(
        draft.level ?? kase.level,
        LEVELS.map((level) => ({ value: String(level), label: t('level', { level }) })),
        (level) => change({ level: level ? Number(level) : undefined }),
      )
    case 'solved':
      return choice(
        draft.solved,
        [
          { value: 'true', label: t('verdict.solved') },
          { value: 'false', label: t('verdict.notSolved') },
        ],
        (solved) => change({ solved: solved === '' ? undefined : solved === 'true' }),
      )
    case 'satisfaction':
      return choice(
        draft.satisfaction,
        SCORES.map((score) => ({ value: String(score), label: t('verdict.score', { score }) })),
        (score) => change({ satisfaction: score ? Number(score) : undefined }),
      )
    case 'dueAt':
      return (
        <label className="lx-field">
          <span className="lx-label">{optional ? label : t('due.asked')}</span>
          <input
            className="lx-input"
            type="datetime-local"
            defaultValue={draft.dueAt === undefined ? '' : toDayInput(draft.dueAt)}
            onChange={(event) => change({ dueAt: fromDayInput(event.target.value) })}
          />
          <span className="lx-hint">{error ?? (optional ? t('due.reason') : '')}</span>
        </label>
      )
  }
}
