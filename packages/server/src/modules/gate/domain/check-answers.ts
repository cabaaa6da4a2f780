import { type FormAnswers, type GateField, isIsoDate, type Refusal, refuse } from '@lianxin/contract'

const TEXT_MOST = 500

/** Whether a value answers a field. */
export function isAnswer({ kind, options }: GateField, value: unknown): boolean {
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
    case 'yesNo':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_MOST
    case 'choice':
      return typeof value === 'string' && options.includes(value)
    case 'date':
      return typeof value === 'string' && isIsoDate(value)
  }
}

/** Every field answered, and nothing else. */
export function checkAnswers(fields: readonly GateField[], answers: FormAnswers): Refusal | undefined {
  const wrong = fields.filter((field) => !isAnswer(field, answers[field.key]))
  const strange = Object.keys(answers).filter((key) => !fields.some((field) => field.key === key))
  if (wrong.length + strange.length === 0) return undefined
  return {
    ...refuse('gate.answers-wrong', { count: wrong.length + strange.length }),
    fields: wrong.map(({ key }) => ({
      field: `answers.${key}`,
      zh: '请填写这一项。',
      en: 'Please fill this in.',
    })),
  }
}
