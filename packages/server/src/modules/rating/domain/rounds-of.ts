import {
  type AssignmentFact,
  type CaseStep,
  type ClockFact,
  getKind,
  type RatedResponse,
  type RatedRound,
  type RoundEnd,
} from '@lianxin/contract'
import type { StoredEvent } from '../../../kernel/event-store.ts'
import { lastInRound, unitOfRound } from '../../case/index.ts'

/** A round of a matter as it is stored. */
export type RoundRow = Omit<RatedRound, 'reopenedAt' | 'judgedAt' | 'solved' | 'satisfaction'> & {
  readonly caseId: string
  readonly seq: number
  readonly kind: string
  readonly unitId: string | null
  readonly itemCode: string | null
  readonly placeCode: string
  /** What this step alone says of the round; null where it says nothing. */
  readonly judgedAt: number | null
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly reopenedAt: number | null
  /** On which ground of the closed list this step left it out. */
  readonly ground: string | null
  readonly foundUndone: boolean
}
/** A unit whose handling deadline was not kept in a round, or still runs. */
export type LateRow = {
  readonly caseId: string
  readonly round: number
  readonly unitId: string
  /** Answerable for the whole: it led, or it was all that was left. */
  readonly led: boolean
  readonly lateFrom: number
  readonly lateUntil: number | null
}
/** What whoever raised a joined matter says of an answer where it went on. */
export type VerdictRow = Pick<
  RoundRow,
  | 'caseId'
  | 'seq'
  | 'unitId'
  | 'itemCode'
  | 'placeCode'
  | 'judgedAt'
  | 'solved'
  | 'satisfaction'
  | 'reopenedAt'
  | 'excluded'
> & { readonly ofCaseId: string; readonly ofRound: number }
export type ResponseRow = RatedResponse & {
  readonly clockId: string
  readonly caseId: string
  readonly seq: number
  readonly unitId: string
  readonly itemCode: string | null
  readonly placeCode: string
}

const ENDS: Readonly<Record<string, RoundEnd>> = {
  ...{ closed: 'closed', selfHandled: 'selfHandled', merged: 'merged' },
  ...{ transferred: 'transferred', withdrawn: 'withdrawn' },
}

/** Rates are of what residents and the grid raise to be settled. */
export const isRated = ({ kind, kindVersion }: CaseStep): boolean =>
  getKind(kind, kindVersion).counted === true

/** Whether a second person has left the matter out of the rates. */
export const isLeftOut = ({ flags }: CaseStep): boolean =>
  flags?.some(({ flag }) => flag === 'excluded') === true

/** What a step says of the round that it belongs to, and of the one before when it reopened the matter. */
export function roundsOf(event: StoredEvent<CaseStep>): readonly RoundRow[] {
  const { payload: step, recordedAt: at } = event
  const kind = getKind(step.kind, step.kindVersion)
  const move = kind.moves[step.move]
  const reopens = isReopening(step)
  // What is said where it was joined, of an answer elsewhere, is no verdict on a round of this matter.
  const isJoined = wasJoined(step)
  const judged = isJoined ? NOT_JUDGED : judgedBy(event)
  const late = lateOf(event)
  const end = step.closedAt === null ? null : (ENDS[step.to] ?? 'closed')
  const present = {
    ...rowAt(event, step.reopenedCount, late),
    ...(reopens ? NOT_JUDGED : judged),
    startedAt: step.reopenedCount === 0 ? step.openedAt : at,
    endedAt: end === null ? null : step.closedAt,
    end,
    reopenedAt: null,
    foundUndone: move?.event === 'failed',
    ...leftOut(event),
  }
  if (!reopens || isJoined) return [present]
  return [
    {
      ...rowAt(event, step.reopenedCount - 1, late),
      ...judged,
      startedAt: step.openedAt,
      endedAt: at,
      end: 'reopened',
      reopenedAt: at,
      foundUndone: false,
      ...NOT_LEFT_OUT,
    },
    present,
  ]
}

const isReopening = ({ kind, kindVersion, from, to }: CaseStep): boolean =>
  from !== to && getKind(kind, kindVersion).states[to]?.reopens === true

/** It was joined with another until this step: whatever is said with it is of no round of its own. */
const wasJoined = ({ from }: CaseStep): boolean => from !== null && ENDS[from] === 'merged'

/** It was answered, here or where it was joined, and comes back. Whoever goes on alone after a withdrawal elsewhere blames nobody. */
export const reopensAnswer = (step: CaseStep): boolean =>
  isReopening(step) && (step.answer !== undefined || !wasJoined(step))

const NOT_JUDGED = { judgedAt: null, solved: null, satisfaction: null }
function judgedBy({ payload: step, recordedAt }: StoredEvent<CaseStep>) {
  const isVerdict = getKind(step.kind, step.kindVersion).moves[step.move]?.needs.includes('solved') === true
  return isVerdict
    ? { judgedAt: recordedAt, solved: step.solved, satisfaction: step.satisfaction }
    : NOT_JUDGED
}

/** The verdict of whoever raised a joined matter, or that they had it reopened; null: the step is no such thing. */
export function verdictOf(event: StoredEvent<CaseStep>): VerdictRow | null {
  const { streamId: caseId, seq, payload: step, recordedAt } = event
  const { answer, placeCode } = step
  if (!answer) return null
  return {
    ...{ caseId, seq, placeCode, ofCaseId: answer.caseId, ofRound: answer.round, unitId: answer.unitId },
    itemCode: answer.itemCode ?? step.itemCode,
    ...judgedBy(event),
    reopenedAt: isReopening(step) ? recordedAt : null,
    excluded: answer.excluded || isLeftOut(step),
  }
}

const NOT_LEFT_OUT = { excludedAt: null, ground: null }

/** Whether this very step left the matter out of the rates. */
function leftOut({ payload: { kind, kindVersion, move, choices }, recordedAt }: StoredEvent<CaseStep>) {
  const raised = getKind(kind, kindVersion).moves[move]?.raise?.includes('excluded') === true
  return raised ? { excludedAt: recordedAt, ground: choices['ground'] ?? 'unknown' } : NOT_LEFT_OUT
}

function rowAt(
  { streamId: caseId, seq, payload: step, recordedAt }: StoredEvent<CaseStep>,
  round: number,
  lateUnits: readonly LateRow[],
) {
  const endedAt = round < step.reopenedCount ? recordedAt : (step.closedAt ?? Number.POSITIVE_INFINITY)
  const late = lateUnits.filter((one) => one.led && one.round === round && one.lateFrom < endedAt)
  return {
    ...{ caseId, seq, round, kind: step.kind, itemCode: step.itemCode, placeCode: step.placeCode },
    unitId: unitOfRound(step, round),
    rung: step.rung ?? ('community' as const),
    lateFrom: late.length === 0 ? null : Math.min(...late.map((one) => one.lateFrom)),
    excluded: isLeftOut(step),
  }
}

/** The units that a handling deadline of theirs ran out on, or still runs for. Whoever gave the matter back later is among them. */
export function lateOf({ streamId: caseId, payload: step }: StoredEvent<CaseStep>): readonly LateRow[] {
  const limits = getKind(step.kind, step.kindVersion).clocks
  const unkept = step.clocks.filter(
    ({ clock, stoppedAt, dueAt }) =>
      limits[clock]?.limit === 'item' && (stoppedAt === null || stoppedAt > dueAt),
  )
  const each = unkept.flatMap((clock) => {
    const of = step.assignments.find(({ id }) => id === clock.assignmentId)
    if (!of || isFreedInTime(step, of, clock)) return []
    const led = of.role === 'lead' || lastInRound(step, of.round)?.id === of.id
    return [{ row: { caseId, round: of.round, unitId: of.unitId, led }, clock }]
  })
  const groups = Map.groupBy(each, ({ row: { round, unitId, led } }) => `${round} ${unitId} ${led}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first.row, ...spanOf(group.map(({ clock }) => clock)) }] : []
  })
}

/**
 * Before the deadline it had objected and was right, or the matter was taken away from it: until another unit signs it stays
 * answerable, but how long others take is not its lateness. In earlier versions the decision itself ended the clock.
 */
function isFreedInTime(
  { clocks, flags }: CaseStep,
  { state, unitId }: AssignmentFact,
  of: ClockFact,
): boolean {
  if (state !== 'yielded' && state !== 'returned') return false
  // The first taking while this clock ran: one before or after it is of another time that the unit was sent the matter.
  const taken = flags?.find(
    (one) =>
      one.flag === 'takenFrom' &&
      one.unitId === unitId &&
      one.raisedAt >= of.startedAt &&
      one.raisedAt <= (of.stoppedAt ?? one.raisedAt),
  )?.raisedAt
  const freedAt = taken ?? of.stoppedAt
  const objected = clocks.find(
    ({ clock, assignmentId, stoppedAt }) =>
      clock === 'objection' && assignmentId === of.assignmentId && stoppedAt === freedAt,
  )
  const since = objected?.startedAt ?? (freedAt === taken ? taken : undefined)
  return since !== undefined && since <= of.dueAt
}

const spanOf = (clocks: readonly ClockFact[]) => ({
  lateFrom: Math.min(...clocks.map(({ dueAt }) => dueAt)),
  lateUntil: clocks.some(({ stoppedAt }) => stoppedAt === null)
    ? null
    : Math.max(...clocks.map(({ stoppedAt }) => Number(stoppedAt))),
})

/** The clocks by which units had to sign. */
export function responsesOf({
  streamId: caseId,
  seq,
  payload: step,
}: StoredEvent<CaseStep>): readonly ResponseRow[] {
  const excluded = isLeftOut(step)
  const limits = getKind(step.kind, step.kindVersion).clocks
  return step.clocks.flatMap(({ id, clock, assignmentId, startedAt, dueAt, stoppedAt }) => {
    const of = step.assignments.find((one) => one.id === assignmentId)
    const signing = limits[clock]?.perAssignment === true && limits[clock]?.limit !== 'item'
    if (!of || !signing) return []
    return {
      ...{ clockId: id, caseId, seq, unitId: of.unitId, itemCode: step.itemCode, placeCode: step.placeCode },
      ...{ startedAt, dueAt, stoppedAt, excluded },
    }
  })
}
