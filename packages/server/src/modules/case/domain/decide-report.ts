import type { CaseStep, HolidayCalendar, Kind, Refusal } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import { dueFor } from './clocks.ts'
import { ids } from './decide-move.ts'
import { rungOf } from './ladder.ts'
import { ownerOf } from './owner.ts'
import { inputMissing } from './rules.ts'
import { firstRung } from './rungs.ts'

/** Where a matter lies: every point has a community; a grid where the community has any. */
export type CasePlace = {
  readonly placeCode: string
  readonly communityCode: string
  readonly gridCode: string | null
}

export type ReportState = {
  readonly caseId: string
  readonly kind: Kind
  readonly place: CasePlace
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
  readonly freshIds: readonly string[]
  readonly contentIds: CaseStep['contentIds']
  readonly fileIds: readonly string[]
  /** Account and unit of the post that reports; null where somebody raises it. */
  readonly reporterId: string | null
  readonly ownUnitId: string | null
  /** The gate request by which a department places it. */
  readonly admissionId: string | null
  /** Ids of the parties, where its kind is between several. */
  readonly partyIds?: readonly string[]
  /** What one of them has said before it was written down. */
  readonly said?: { readonly partyId: string; readonly flag: string }
}

/** A matter without an item is taken for the community's own until somebody has looked at it. */
const UNKNOWN_LEVEL = 2

/** Registers a matter: it has an owner and a deadline from its first moment. */
export function decideReport(state: ReportState, now: number): readonly NewEvent<CaseStep>[] | Refusal {
  const { kind, place, item, calendar } = state
  const start = kind.states[kind.start]
  if (!start?.owner || !start.clock) throw new Error(`kind ${kind.kind} starts without owner or clock`)
  const level = item?.level ?? UNKNOWN_LEVEL
  const initiatorUnitId = state.ownUnitId
  const owner = ownerOf(start.owner, {
    units: state.units,
    communityCode: place.communityCode,
    level,
    climbed: 0,
    assignments: [],
    initiatorUnitId,
  })
  const context = { kind, item, level, calendar, now, choices: {}, until: null }
  const due = dueFor(start.clock, owner, context)
  if (!due) return inputMissing(['itemCode'])
  const fresh = ids(state.freshIds)
  const clock = {
    id: fresh(),
    clock: start.clock,
    assignmentId: null,
    startedAt: now,
    stoppedAt: null,
    firedAt: null,
    left: null,
    rung: firstRung(start.clock, now, due.dueAt, owner, context),
    ...due,
  }
  const payload: CaseStep = {
    kind: kind.kind,
    kindVersion: kind.version,
    move: 'report',
    from: null,
    to: kind.start,
    ...place,
    itemCode: item?.code ?? null,
    itemVersion: item?.version ?? null,
    level,
    ownerUnitId: owner?.id ?? null,
    unitIds: owner ? [owner.id] : [],
    reporterId: state.reporterId,
    dueAt: due.dueAt,
    openedAt: now,
    closedAt: null,
    reopenedCount: 0,
    solved: null,
    satisfaction: null,
    assignments: [],
    clocks: [clock],
    flags: saidBefore(state, now, fresh),
    choices: {},
    counts: {},
    climbed: 0,
    rung: start.rung ?? (owner ? rungOf(owner) : 'community'),
    initiatorUnitId,
    admissionId: state.admissionId,
    mergedIntoId: null,
    contentIds: [...state.contentIds],
    fileIds: [...state.fileIds],
    unitId: state.ownUnitId,
    assignmentId: null,
    scores: null,
    tally: null,
    dutyCode: null,
    circle: kind.confidential ? (state.reporterId === null ? [] : [state.reporterId]) : null,
    namedId: null,
    partyIds: [...(state.partyIds ?? [])],
  }
  const circleId = kind.confidential ? state.caseId : null
  return [
    {
      ...{ id: fresh(), type: 'case.reported', stream: 'case', streamId: state.caseId },
      ...{ streamVersion: 1, payload, circleId },
    },
  ]
}

/** A party that comes along from another matter has answered already, for itself alone. */
const saidBefore = (
  { said, ownUnitId: unitId }: ReportState,
  raisedAt: number,
  fresh: () => string,
): CaseStep['flags'] =>
  said ? [{ id: fresh(), ...said, unitId, accountId: null, raisedAt, until: null, ownerUnitId: null }] : []
