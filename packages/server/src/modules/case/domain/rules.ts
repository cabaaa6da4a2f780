import { type KindMove, type MoveInput, type Refusal, type Rule, refuse } from '@lianxin/contract'
import type { MoveState } from './decide-move.ts'

const DAY_MS = 86_400_000

/** The first thing that a move needs and did not get. */
export function missingInput(move: KindMove, input: MoveInput): Refusal | undefined {
  const missing = move.needs.filter((field) => input[field] === undefined || input[field] === '')
  if (missing.length === 0) return undefined
  const fields = missing.map((field) => ({ field, zh: '这一项必须填写。', en: 'This is needed.' }))
  return { refusal: 'case.input-missing', values: { fields: missing.join(', ') }, fields }
}

/** The rules of the kind that a move would break. */
export function ruleBroken(
  move: KindMove,
  state: MoveState,
  input: MoveInput,
  now: number,
): Refusal | undefined {
  for (const rule of move.rules) {
    const refused = RULES[rule](state, input, now)
    if (refused) return refused
  }
  return undefined
}

const RULES: Record<Rule, (state: MoveState, input: MoveInput, now: number) => Refusal | undefined> = {
  // 监督与指挥两轴分离 (CJ/T 292): of all rounds, because a reopened matter must not come back to the same hands.
  verifierIsNotHandler: ({ facts, accountId }) =>
    facts.assignments.some((one) => one.handledBy !== null && one.handledBy === accountId)
      ? refuse('case.verifier-is-handler')
      : undefined,
  withinReopenWindow: ({ facts, kind }, _input, now) =>
    facts.closedAt !== null && now > facts.closedAt + kind.reopenWindowDays * DAY_MS
      ? refuse('case.reopen-window-over')
      : undefined,
  deadlineChangeNeedsReason: (_state, { dueAt, reason }, now) => {
    if (dueAt === undefined) return undefined
    if (dueAt <= now) return refuse('case.deadline-past')
    return reason === undefined ? refuse('case.deadline-needs-reason') : undefined
  },
}
