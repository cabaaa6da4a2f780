import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import type { MoveForm } from '../../features/case/use-move.ts'
import { useSay } from '../../features/case/use-say.ts'
import { ScanCode } from '../../features/whistle/scan-code.tsx'
import { useWords } from '../../messages/words.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface CallInputProps {
  readonly field: 'choices' | 'assignmentId' | 'scores' | 'arrivalCode'
  readonly form: MoveForm
  readonly move: MoveView
  readonly kase: CaseView
  readonly error: string | undefined
}

const SCORES = [1, 2, 3, 4, 5]

/** What calling others asks for: closed lists, the unit that it is about, ratings, the code that the other side shows. */
export const CallInput = ({ field, form, move, kase, error }: CallInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const { draft, change } = form
  if (field === 'arrivalCode')
    return (
      <>
        <TextField
          label={t('field.arrivalCode')}
          error={error}
          inputMode="numeric"
          value={draft.arrivalCode ?? ''}
          onChange={(digits) => change({ arrivalCode: digits.replaceAll(/\D/g, '').slice(0, 6) })}
        />
        <ScanCode onRead={(arrivalCode) => change({ arrivalCode })} />
      </>
    )
  if (field === 'assignmentId')
    return (
      <Select
        label={t('field.assignmentId')}
        error={error}
        value={draft.assignmentId ?? ''}
        options={kase.assignments
          .filter(({ id }) => move.assignmentIds.includes(id))
          .map(({ id, unit }) => ({ value: id, label: say.name(unit) }))}
        onChange={(assignmentId) => change({ assignmentId: assignmentId || undefined })}
      />
    )
  if (field === 'choices')
    return move.choices.map(({ choice, name, options }) => (
      <Select
        key={choice}
        label={say.text(name)}
        error={draft.choices?.[choice] ? undefined : error}
        value={draft.choices?.[choice] ?? ''}
        options={options.map((one) => ({ value: one.option, label: say.text(one.name) }))}
        onChange={(option) => change({ choices: { ...draft.choices, [choice]: option } })}
      />
    ))
  return move.scores.map(({ aspect, name }) => (
    <Select
      key={aspect}
      label={say.text(name)}
      error={draft.scores?.[aspect] ? undefined : error}
      value={draft.scores?.[aspect] ? String(draft.scores[aspect]) : ''}
      options={SCORES.map((score) => ({ value: String(score), label: t('verdict.score', { score }) }))}
      onChange={(score) => change({ scores: { ...draft.scores, [aspect]: Number(score) } })}
    />
  ))
}
