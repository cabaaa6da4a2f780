import {
  type Bilingual,
  DAY_MS,
  INPUT_FIELDS,
  type InputField,
  isBlank,
  type KindMove,
  type MoveInput,
  type Refusal,
  type Rule,
  refuse,
} from '@lianxin/contract'
import type { MoveState } from './move-state.ts'

/** What a move does not ask for it does not take: else whoever signs could also set the level or give the verdict. */
export function unaskedInput(move: KindMove, input: MoveInput): Refusal | undefined {
  const asked = [...move.needs, ...move.may]
  const unasked = INPUT_FIELDS.filter((field) => input[field] !== undefined && !asked.includes(field))
  if (unasked.length === 0) return undefined
  const fields = unasked.map((field) => ({
    field,
    zh: '这一步不需要这一项。',
    en: 'This step does not ask for it.',
  }))
  return { refusal: 'input.invalid', fields }
}

/** What a move needs and did not get; words that nobody could see do not count. */
export function missingInput(move: KindMove, input: MoveInput): Refusal | undefined {
  const missing = move.needs.filter((field) => {
    const given = input[field]
    return given === undefined || (typeof given === 'string' && isBlank(given))
  })
  return missing.length === 0 ? undefined : inputMissing(missing)
}

const FIELD_NAMES: Readonly<Record<InputField, Bilingual>> = {
  words: { zh: '说明', en: 'words' },
  reason: { zh: '原因', en: 'a reason' },
  itemCode: { zh: '事项', en: 'an item' },
  level: { zh: '级别', en: 'a level' },
  units: { zh: '办理单位', en: 'units' },
  dueAt: { zh: '期限', en: 'a deadline' },
  fileIds: { zh: '照片', en: 'photos' },
  solved: { zh: '是否解决', en: 'whether it is solved' },
  satisfaction: { zh: '满意度', en: 'how satisfied you are' },
}

export function inputMissing(missing: readonly InputField[]): Refusal {
  const names = missing.map((field) => FIELD_NAMES[field])
  return {
    refusal: 'case.input-missing',
    values: {
      fields: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
    },
    fields: missing.map((field) => ({ field, zh: '这一项必须填写。', en: 'This is needed.' })),
  }
}

type Ruled = Pick<MoveState, 'facts' | 'kind' | 'accountId'>

/** The rules of the kind that a move would break. */
export function ruleBroken(
  move: KindMove,
  state: Ruled,
  input: Pick<MoveInput, 'dueAt' | 'reason'>,
  now: number,
): Refusal | undefined {
  for (const rule of move.rules) {
    const refused = RULES[rule](state, input, now)
    if (refused) return refused
  }
  return undefined
}

const RULES: Record<
  Rule,
  (state: Ruled, input: Pick<MoveInput, 'dueAt' | 'reason'>, now: number) => Refusal | undefined
> = {
  // 监督与指挥两轴分离 (CJ/T 292): of all rounds, because a reopened matter must not come back to the same hands.
  verifierIsNotHandler: ({ facts, accountId }) =>
    accountId !== null && facts.assignments.some((one) => one.handledBy.includes(accountId))
      ? refuse('case.verifier-is-handler')
      : undefined,
  withinReopenWindow: ({ facts, kind }, _input, now) =>
    facts.closedAt !== null && now > facts.closedAt + kind.reopenWindowDays * DAY_MS
      ? refuse('case.reopen-window-over')
      : undefined,
  reporterOnly: ({ facts, accountId }) =>
    facts.reporterId !== null && facts.reporterId === accountId ? undefined : refuse('case.not-the-reporter'),
  deadlineChangeNeedsReason: (_state, { dueAt, reason }, now) => {
    if (dueAt === undefined) return undefined
    if (dueAt <= now) return refuse('case.deadline-past')
    return reason === undefined || isBlank(reason) ? refuse('case.deadline-needs-reason') : undefined
  },
}
