import type { AssignmentFact, CaseStep, ClockFact, RowReach } from '@lianxin/contract'

/** What a step says of itself alone; the rest of it is what the matter is afterwards. */
type OfTheStep =
  | 'move'
  | 'from'
  | 'to'
  | 'contentIds'
  | 'fileIds'
  | 'unitId'
  | 'assignmentId'
  | 'scores'
  | 'tally'
  | 'dutyCode'
  | 'answer'

/** The declared columns of a case: exactly what its last event says, so that replay gives the stored row. */
export type CaseFacts = Omit<CaseStep, OfTheStep | keyof OfSeveral> &
  OfSeveral & {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly provisional: boolean
  }

/** Whom a confidential matter is between and who reads it; of all others nobody is said to be. */
type OfSeveral = {
  readonly circle: readonly string[] | null
  readonly namedId: string | null
  readonly partyIds: readonly string[]
}

/** What steps that were recorded before these columns existed do not say. */
const NOT_YET_SAID = {
  flags: [],
  choices: {},
  counts: {},
  climbed: 0,
  rung: 'community' as const,
  initiatorUnitId: null,
  admissionId: null,
  mergedIntoId: null,
  circle: null,
  namedId: null,
  partyIds: [],
}

/** Folds one event over a case. A step carries every declared column, so the last one alone gives the row. */
export function factsAfter(id: string, version: number, step: CaseStep): CaseFacts {
  const {
    move: _move,
    from: _from,
    to,
    contentIds: _contents,
    fileIds: _files,
    unitId: _unit,
    assignmentId: _assignment,
    scores: _scores,
    tally: _tally,
    dutyCode: _dutyCode,
    answer: _answer,
    ...columns
  } = step
  return {
    ...NOT_YET_SAID,
    ...columns,
    clocks: columns.clocks.map((clock) => ({ ...clock, left: clock.left ?? null, rung: clock.rung ?? null })),
    flags: (columns.flags ?? []).map((flag) => ({ ...flag, partyId: flag.partyId ?? null })),
    id,
    version,
    state: to,
    provisional: provisionalAt(columns.dueAt, columns.clocks),
  }
}

const provisionalAt = (dueAt: number | null, clocks: readonly ClockFact[]) =>
  clocks.some((clock) => clock.stoppedAt === null && clock.provisional && clock.dueAt === dueAt)

/** What reach over a loaded case is decided by; the SQL of load-case.ts says the same (seeded property). */
export const reachOfFacts = ({ placeCode, unitIds, id, circle }: CaseFacts): RowReach => ({
  placeCode,
  unitIds,
  caseId: id,
  circle,
})

/** What marks the rows of a confidential matter for the wall around its circle. */
export const circleIdOf = ({ id, circle }: Pick<CaseFacts, 'id' | 'circle'>): string | null =>
  circle === null ? null : id

/** The assignments of the present round; earlier rounds are history. */
export const presentRound = (facts: {
  readonly assignments: readonly AssignmentFact[]
  readonly reopenedCount: number
}) => facts.assignments.filter((assignment) => assignment.round === facts.reopenedCount)

/** 首接负责: the unit that gave it back, or lost it, and answers for it until another signs. */
export const answerableIn = (facts: CaseFacts): string | null =>
  (facts.closedAt === null && presentRound(facts).find(({ state }) => state === 'yielded')?.unitId) || null

/** Who led a round, or had it last: whoever it was taken from is not. */
export function lastInRound(
  { assignments }: Pick<CaseStep, 'assignments'>,
  round: number,
): AssignmentFact | undefined {
  const there = assignments.filter((one) => one.round === round && one.state !== 'returned')
  return there.findLast((one) => one.role === 'lead') ?? there.at(-1)
}

/** The unit that a round is counted for; whoever has the matter where nobody was sent it yet, and null in earlier rounds. */
export const unitOfRound = (
  facts: Pick<CaseStep, 'assignments' | 'reopenedCount' | 'ownerUnitId'>,
  round: number,
): string | null =>
  lastInRound(facts, round)?.unitId ?? (round === facts.reopenedCount ? facts.ownerUnitId : null)
