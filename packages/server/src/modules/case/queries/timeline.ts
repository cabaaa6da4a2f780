import {
  type CaseStep,
  type ClockFired,
  getKind,
  type Reader,
  type RungReached,
  sentenceFor,
  type TimelineStep,
  withChosen,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { readHistory, type StoredEvent } from '../../../kernel/event-store.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { dutyNames } from '../../gate/index.ts'
import { actingTimes, unitNames, wasActing } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { clockSentence, isTold } from '../domain/clock-sentences.ts'
import { HANDOVER_STEPS, type HandoverStep } from '../domain/hand-over.ts'
import { RECOMPUTED } from '../domain/recompute-deadlines.ts'
import { fill } from '../domain/sentences.ts'

const RECOMPUTED_SENTENCE = {
  zh: '新的放假安排公布了，期限按它重新算过。',
  en: 'New public holidays were published, and the deadline was computed again.',
}

/** A step of the matter, or a moment of one of its clocks. */
type Happened = StoredEvent<CaseStep | ClockFired | RungReached>
export const isStep = (event: Happened): event is StoredEvent<CaseStep> => event.stream === 'case'
const isMoment = (event: Happened): event is StoredEvent<ClockFired> => event.stream === 'clock'
export type UnitNames = Awaited<ReturnType<typeof unitNames>>

/** What happened to a matter and to its clocks, oldest first. It need not have been read before. */
export function historyOf(tx: Tx, caseId: string): Promise<readonly Happened[]> {
  const own = sql`tenant = ${tx.tenant} and case_id = ${caseId}::uuid`
  return readHistory(
    tx,
    sql`array(select ${caseId}::uuid union all select id from clock where ${own})`,
    sql`(select opened_at from grid_case where tenant = ${tx.tenant} and id = ${caseId}::uuid)`,
  )
}

/** Content rows, units and duties that {@link tellSteps} needs. */
export const namedIn = (events: readonly Happened[]) => ({
  texts: events.filter(isStep).flatMap(({ payload }) => payload.contentIds.map((content) => content.id)),
  units: [
    ...events
      .filter(isStep)
      .flatMap(({ payload }) => [payload.unitId, payload.ownerUnitId, aboutOf(payload)]),
    ...events
      .filter(isMoment)
      .flatMap(({ payload }) => [payload.aboutUnitId, payload.toldUnitId, ...(payload.emptyUnitIds ?? [])]),
  ].filter((id) => typeof id === 'string'),
  duties: events.filter(isStep).flatMap(({ payload }) => payload.dutyCode ?? []),
  posts: events.filter(isStep).flatMap(({ actorPost }) => actorPost ?? []),
})

/** The same with everything read for it, where nothing else is. */
export async function timelineOf(tx: Tx, facts: CaseFacts, reader: Reader): Promise<readonly TimelineStep[]> {
  const events = await historyOf(tx, facts.id)
  const named = namedIn(events)
  const [texts, names, duties, acting] = await Promise.all([
    readContent(tx, named.texts),
    unitNames(tx, named.units),
    dutyNames(tx, named.duties),
    actingTimes(tx, named.posts),
  ])
  return tellSteps(facts, events, { texts, names, duties, acting }, reader)
}

type Named = {
  readonly texts: ReadonlyMap<string, string>
  readonly names: UnitNames
  readonly duties: Awaited<ReturnType<typeof dutyNames>>
  readonly acting: Awaited<ReturnType<typeof actingTimes>>
}

/**
 * The history of a case in sentences, newest first. For the requester only the steps that are told to requesters keep
 * their words: what units write to each other stays between them.
 */
export function tellSteps(
  facts: CaseFacts,
  events: readonly Happened[],
  { texts, names, duties, acting }: Named,
  reader: Reader,
): readonly TimelineStep[] {
  const kind = getKind(facts.kind, facts.kindVersion)
  // What begins a history is told apart by where it came from: a kind may have a move of the same name.
  const sentenceOf = ({ move: name, from }: CaseStep) => {
    const move = from === null ? undefined : kind.moves[name]
    if (move) return sentenceFor(move, reader)
    if (name in HANDOVER_STEPS) return HANDOVER_STEPS[name as HandoverStep].sentence
    return name === RECOMPUTED ? RECOMPUTED_SENTENCE : kind.report.sentence
  }
  const said = (event: StoredEvent<CaseStep>, units: Parameters<typeof fill>[1]) => {
    const worded = fill(sentenceOf(event.payload), units)
    const sentence = event.payload.from === null ? worded : withChosen(worded, kind, event.payload)
    const who = { post: event.actorPost, account: event.actorAccount, at: event.recordedAt }
    return reader === 'staff' && wasActing(acting, who)
      ? { zh: `${sentence.zh}（代理人办理）`, en: `${sentence.en} (by an acting holder)` }
      : sentence
  }
  const step = (event: StoredEvent<CaseStep>): TimelineStep => {
    const { payload } = event
    const move = kind.moves[payload.move]
    const shown = reader === 'staff' || payload.from === null || (move?.tellsRequester ?? false)
    // What the system wrote of it stands at its head, in both languages.
    const ofSystem = payload.from === null && kind.report.by === 'system'
    const text = (field: 'words' | 'reason') => {
      const content = payload.contentIds.find((one) => one.field === field)
      return shown && !ofSystem && content ? (texts.get(content.id) ?? null) : null
    }
    const unit = payload.unitId ? names.get(payload.unitId) : undefined
    const owner = payload.ownerUnitId ? names.get(payload.ownerUnitId) : undefined
    const about = names.get(aboutOf(payload) ?? '')
    return {
      seq: event.seq,
      at: event.recordedAt,
      move: payload.move,
      event: event.type.slice('case.'.length),
      sentence: said(event, { unit, owner, about }),
      unit: unit ?? null,
      from: payload.from,
      to: payload.to,
      dueAt: payload.dueAt,
      words: text('words'),
      reason: text('reason'),
      fileIds: shown ? payload.fileIds : [],
      duty: (payload.dutyCode && duties.get(payload.dutyCode)) || null,
    }
  }
  let state = kind.start
  const told = events.flatMap((event): TimelineStep[] => {
    if (isMoment(event)) {
      const { payload } = event
      if (!isTold(kind, payload, reader)) return []
      return [momentStep(event, state, clockSentence(kind, payload, names))]
    }
    if (!isStep(event)) return []
    state = event.payload.to
    return [step(event)]
  })
  return told.reverse()
}

/** A clock moved nothing: the matter stays where it was. */
const momentStep = (
  { seq, recordedAt, type, payload }: StoredEvent<ClockFired>,
  state: string,
  sentence: TimelineStep['sentence'],
): TimelineStep => ({
  ...{ seq, at: recordedAt, move: 'clock', event: type.slice('clock.'.length), sentence, unit: null },
  ...{ from: state, to: state, dueAt: payload.dueAt, words: null, reason: null, fileIds: [], duty: null },
})

/** The unit of the assignment that a step was about. */
const aboutOf = ({ assignments, assignmentId }: CaseStep): string | null =>
  assignments.find((one) => one.id === assignmentId)?.unitId ?? null
