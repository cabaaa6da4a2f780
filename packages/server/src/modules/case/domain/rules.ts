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
import { presentRound } from './case-facts.ts'
import { alwaysEnds } from './ends.ts'
import { loweredBy } from './flags.ts'
import { rungAbove } from './ladder.ts'
import type { MoveState } from './move-state.ts'
import { leadOf } from './owner.ts'

/** What a move does not ask for it does not take: else whoever signs could also set the level or give the verdict. */
export function unaskedInput(move: KindMove, input: MoveInput): Refusal | undefined {
  const asked = [...move.needs, ...move.may]
  const unasked = INPUT_FIELDS.filter((field) => input[field] !== undefined && !asked.includes(field))
  const choices = Object.keys(input.choices ?? {}).filter((name) => !move.choose?.includes(name))
  const fields = [...unasked, ...choices].map((field) => ({
    field,
    zh: '这一步不需要这一项。',
    en: 'This step does not ask for it.',
  }))
  return fields.length === 0 ? undefined : { refusal: 'input.invalid', fields }
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
  dueAt: { zh: '期限', en: 'a date' },
  fileIds: { zh: '照片', en: 'photos' },
  solved: { zh: '是否解决', en: 'whether it is solved' },
  satisfaction: { zh: '满意度', en: 'how satisfied you are' },
  otherId: { zh: '另一件事', en: 'the other matter' },
  assignmentId: { zh: '哪个单位', en: 'which unit' },
  arrivalCode: { zh: '到场码', en: 'the code' },
  scores: { zh: '评分', en: 'ratings' },
  tally: { zh: '票数', en: 'the count of votes' },
  dutyCode: { zh: '职责清单的条目', en: 'an entry of a duty list' },
  personId: { zh: '哪一位', en: 'who' },
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

export type Ruled = Pick<MoveState, 'facts' | 'kind' | 'accountId' | 'ownUnitId' | 'partyId' | 'around'>

/** What a rule looks at beside the state: the move itself and what was given with it; nothing yet while it is only offered. */
type RuleInput = Partial<
  Pick<MoveInput, 'dueAt' | 'reason' | 'otherId' | 'assignmentId' | 'units' | 'personId'>
>

/** The rules that a move would break: those of every kind, and those that its kind names. */
export function ruleBroken(move: KindMove, state: Ruled, input: RuleInput, now: number): Refusal | undefined {
  const { facts, kind, around } = state
  if (around.openChildren > 0 && alwaysEnds(kind, move)) return refuse('case.children-open')
  if (hasWithdrawn(state) && !move.rules.includes('askedUnitOnly')) return refuse('case.unit-withdrew')
  const unit = facts.assignments.find((one) => one.id === input.assignmentId)?.unitId ?? null
  for (const rule of move.rules) {
    const refused = RULES[rule]({ ...state, move, input, now, unit })
    if (refused) return refused
  }
  return undefined
}

/** Units that withdrew from a matter for an interest of their own. */
export const withdrawnUnits = ({ flags }: MoveState['facts']): readonly string[] =>
  flags.flatMap(({ flag, unitId }) => (flag === 'recusedUnit' && unitId !== null ? [unitId] : []))

/**
 * Is it somebody of a unit that withdrew? Of any kind, at any step, they only answer what that very unit is asked. Where
 * the matter came back to it because nobody is above, nobody else could act: then it does.
 */
const hasWithdrawn = ({ facts, ownUnitId }: Ruled): boolean =>
  ownUnitId !== null && ownUnitId !== facts.ownerUnitId && withdrawnUnits(facts).includes(ownUnitId)

/** Did this account withdraw for an interest of its own, or was it asked to go? */
export const isRecused = ({ flags }: MoveState['facts'], accountId: string | null): boolean =>
  accountId !== null && flags.some((one) => one.flag === 'recused' && one.accountId === accountId)

type Question = Ruled & {
  readonly move: KindMove
  readonly input: RuleInput
  readonly now: number
  /** The unit of the assignment that is decided about. */
  readonly unit: string | null
}

const reopenWindowOver = ({ kind, now }: Question, closedAt: number | null): Refusal | undefined =>
  closedAt !== null && now > closedAt + kind.reopenWindowDays * DAY_MS
    ? refuse('case.reopen-window-over')
    : undefined

/** What was joined with another matter is reopened by what became of that one: its own end was the joining. */
function answerMissing(question: Question): Refusal | undefined {
  const { answeredAt = null, closedAt = null } = question.around.joined ?? {}
  return (answeredAt ?? closedAt) === null
    ? refuse('case.not-answered')
    : reopenWindowOver(question, closedAt)
}

const RULES: Record<Rule, (question: Question) => Refusal | undefined> = {
  // 监督与指挥两轴分离 (CJ/T 292): of all rounds, because a reopened matter must not come back to the same hands.
  verifierIsNotHandler: ({ facts, accountId }) =>
    accountId !== null && facts.assignments.some((one) => one.handledBy.includes(accountId))
      ? refuse('case.verifier-is-handler')
      : undefined,
  unitIsNotHandler: ({ facts, ownUnitId }) =>
    ownUnitId !== null && facts.assignments.some((one) => one.unitId === ownUnitId)
      ? refuse('case.verifier-is-handler')
      : undefined,
  withinReopenWindow: (question) =>
    question.facts.mergedIntoId === null
      ? reopenWindowOver(question, question.facts.closedAt)
      : answerMissing(question),
  answeredWhereJoined: (question) => {
    const { answeredAt = null, isJudged = false } = question.around.joined ?? {}
    const missing = answerMissing(question)
    if (missing || answeredAt === null) return missing ?? refuse('case.no-answer')
    return isJudged ? refuse('case.judged-already') : undefined
  },
  itemKnown: ({ facts }) => (facts.itemCode === null ? inputMissing(['itemCode']) : undefined),
  reporterOnly: ({ facts, accountId }) =>
    facts.reporterId !== null && facts.reporterId === accountId ? undefined : refuse('case.not-the-reporter'),
  initiatorUnit: ({ facts, ownUnitId }) =>
    ownUnitId !== null && facts.initiatorUnitId === ownUnitId ? undefined : refuse('case.not-the-initiator'),
  deciderIsNotAsker: (question) =>
    loweredBy(question.move, question, question.unit).some(
      ({ accountId }) => accountId !== null && accountId === question.accountId,
    )
      ? refuse('case.decider-is-asker')
      : undefined,
  deciderIsNotSender: ({ around, accountId }) =>
    accountId !== null && around.senders?.includes(accountId) ? refuse('case.decider-is-sender') : undefined,
  childrenClosed: ({ around }) => (around.openChildren > 0 ? refuse('case.children-open') : undefined),
  holderOnly: ({ facts, ownUnitId }) =>
    ownUnitId !== null && facts.ownerUnitId === ownUnitId ? undefined : refuse('case.not-the-holder'),
  leadOnly: ({ facts, ownUnitId }) =>
    leadOf(presentRound(facts))?.unitId === ownUnitId ? undefined : refuse('case.not-the-lead'),
  onceADay: ({ facts, move, now, partyId }) =>
    facts.flags.some(
      (one) =>
        move.raise?.includes(one.flag) &&
        now < one.raisedAt + DAY_MS &&
        (!partyId || !one.partyId || one.partyId === partyId),
    )
      ? refuse('case.too-soon')
      : undefined,
  dateAhead: ({ input, now }) =>
    input.dueAt !== undefined && input.dueAt <= now ? refuse('case.deadline-past') : undefined,
  otherIsOpen: ({ facts, input, around }) => {
    if (input.otherId === undefined) return undefined
    const fits =
      around.other !== null &&
      around.other.id !== facts.id &&
      around.other.kind === facts.kind &&
      around.other.closedAt === null
    return fits ? undefined : refuse('case.other-unfit')
  },
  notRecused: ({ facts, accountId }) => (isRecused(facts, accountId) ? refuse('case.recused') : undefined),
  stateTimeOver: ({ facts, now }) =>
    facts.dueAt !== null && now < facts.dueAt ? refuse('case.time-not-over') : undefined,
  askedUnitOnly: (question) =>
    loweredBy(question.move, question, question.unit).some(
      ({ ownerUnitId }) => ownerUnitId !== null && ownerUnitId !== question.ownUnitId,
    )
      ? refuse('case.not-asked')
      : undefined,
  noRecusedUnit: ({ facts, input }) =>
    input.units?.some(({ unitId }) => withdrawnUnits(facts).includes(unitId))
      ? refuse('case.unit-recused')
      : undefined,
  othersOnly: ({ facts, input }) =>
    input.units?.some(({ unitId }) => unitId === facts.initiatorUnitId) ? refuse('case.own-unit') : undefined,
  unitIsLate: ({ facts, input, now }) =>
    facts.clocks.some(
      (one) => one.assignmentId === input.assignmentId && one.stoppedAt === null && one.dueAt > now,
    )
      ? refuse('case.unit-not-late')
      : undefined,
  admissionHolds: ({ around }) => around.admission,
  mediatorsThere: ({ around }) => (around.mediatorsThere === true ? undefined : refuse('case.no-mediators')),
  namedOnly: ({ facts, accountId }) =>
    facts.namedId !== null && facts.namedId === accountId ? undefined : refuse('case.not-named'),
  noRecusedPerson: ({ facts, input: { personId }, around }) => {
    if (personId === undefined) return undefined
    if (isRecused(facts, personId)) return refuse('case.person-recused')
    return around.people?.includes(personId) ? undefined : refuse('case.person-unknown')
  },
  canClimb: ({ facts }) => (rungAbove(facts.rung) === undefined ? refuse('case.top-rung') : undefined),
  deadlineChangeNeedsReason: ({ input: { dueAt, reason }, now }) => {
    if (dueAt === undefined) return undefined
    if (dueAt <= now) return refuse('case.deadline-past')
    return reason === undefined || isBlank(reason) ? refuse('case.deadline-needs-reason') : undefined
  },
}
