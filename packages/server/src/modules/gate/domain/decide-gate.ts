import {
  type DecisionOverdue,
  type FormFilled,
  type GateStep,
  type Ground,
  type RecipientStep,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type GateFacts, type GateRecord, STREAM } from './gate-facts.ts'
import { barred, type GateEvent, stepEvent } from './step-event.ts'

export type { FormFilled, GateStep }

/**
 * Only a form on the duty list in which nobody has to type anything goes past the communities. What is off the list is put
 * to them however little it costs: theirs is to refuse it (《上海市居民委员会工作条例》27、28).
 */
const asksCommunities = ({ kind, dutyCode, minutes, typedCount }: GateFacts): boolean =>
  dutyCode === null || kind !== 'form' || minutes > 0 || typedCount > 0

/** Where the request goes when these are the answers: it waits for the last one, and holds where anybody is bound. */
const stateOf = (recipients: readonly RecipientStep[]): 'asking' | 'inForce' | 'refused' => {
  if (recipients.some(({ state }) => state === 'waiting')) return 'asking'
  return recipients.some(({ state }) => state === 'accepted' || state === 'overruled') ? 'inForce' : 'refused'
}

const withChanged = (all: readonly RecipientStep[], changed: readonly RecipientStep[]) =>
  all.map((one) => changed.find(({ unitId }) => unitId === one.unitId) ?? one)

/** The same deadline goes on while somebody is still waited for. */
const after = (record: GateRecord, changed: readonly RecipientStep[]) => {
  const state = stateOf(withChanged(record.recipients, changed))
  return {
    state,
    recipients: changed,
    dueAt: state === 'asking' ? record.facts.dueAt : null,
    reasonId: record.facts.reasonId,
  }
}

export type Decision = {
  readonly move: 'pass' | 'return' | 'refuse'
  readonly reasonId: string | null
  readonly answerDueAt: number
  /** It would take a grid beyond the budget of minutes. */
  readonly beyondBudget: boolean
  /** Whoever decides asked for it, in another post. */
  readonly ownRequest: boolean
  readonly eventId: string
}

/** The gatekeeper decides. What returns or refuses says why, and so does what lets a demand pass that is off the list or beyond the budget. */
export function decideAtGate(
  { facts, recipients }: GateRecord,
  { move, reasonId, answerDueAt, beyondBudget, ownRequest, eventId }: Decision,
): readonly GateEvent[] | Refusal {
  const bar = barred(facts, move)
  if (bar) return bar
  if (ownRequest) return refuse('gate.own-request')
  if (reasonId === null && (move !== 'pass' || facts.dutyCode === null || beyondBudget))
    return refuse('gate.reason-missing')
  if (move !== 'pass')
    return [stepEvent(eventId, facts, move, { state: move === 'return' ? 'returned' : 'refused', reasonId })]
  const asks = asksCommunities(facts)
  const state = asks ? 'waiting' : 'accepted'
  return [
    stepEvent(eventId, facts, 'pass', {
      state: asks ? 'asking' : 'inForce',
      reasonId,
      dueAt: asks ? answerDueAt : null,
      recipients: recipients.map((one) => ({ ...one, state })),
    }),
  ]
}

export type CommunityAnswer = {
  readonly unitId: string
  readonly move: 'take' | 'decline'
  readonly ground: Ground | null
  /** What is demanded is a duty by the list that this community goes by now. */
  readonly isOnList: boolean
  readonly dutyListId: string | null
  readonly dutyCode: string | null
  readonly reasonId: string | null
  readonly eventId: string
}

/**
 * A community answers once. What is off the list needs one tap, not a reason; too much needs words, and what is on the list
 * is refused in no other way.
 */
export function decideAnswer(
  record: GateRecord,
  { unitId, move, ground, isOnList, dutyListId, dutyCode, reasonId, eventId }: CommunityAnswer,
): readonly GateEvent[] | Refusal {
  const mine = record.recipients.find((one) => one.unitId === unitId)
  if (!mine) return refuse('not-found')
  const bar = barred(record.facts, move)
  if (bar) return bar
  if (mine.state !== 'waiting') return refuse('gate.answered')
  if (move === 'take')
    return [stepEvent(eventId, record.facts, move, after(record, [{ ...mine, state: 'accepted' }]))]
  if (ground === null || (ground === 'tooMuch' && reasonId === null)) return refuse('gate.ground-missing')
  if (ground === 'offList' && isOnList) return refuse('gate.on-list')
  const list = ground === 'offList' ? { dutyListId, dutyCode } : { dutyListId: null, dutyCode: null }
  const declined: RecipientStep = { ...mine, ...list, state: 'refused', ground, reasonId }
  return [stepEvent(eventId, record.facts, move, after(record, [declined]))]
}

export type Overruling = {
  readonly unitId: string
  readonly overruleId: string
  readonly ownRequest: boolean
  readonly eventId: string
}

/** The refusal stands unless the gatekeeper says otherwise in writing, one community at a time. */
export function decideOverrule(
  record: GateRecord,
  { unitId, overruleId, ownRequest, eventId }: Overruling,
): readonly GateEvent[] | Refusal {
  const theirs = record.recipients.find((one) => one.unitId === unitId)
  if (!theirs) return refuse('not-found')
  const bar = barred(record.facts, 'overrule')
  if (bar) return bar
  if (ownRequest) return refuse('gate.own-request')
  if (theirs.state !== 'refused' && theirs.state !== 'lapsed') return refuse('gate.not-refused')
  const overruled: RecipientStep = { ...theirs, state: 'overruled', overruleId }
  return [stepEvent(eventId, record.facts, 'overrule', after(record, [overruled]))]
}

/** The time to answer is over: silence is no consent. */
export function decideLapse(record: GateRecord, eventId: string, now: number): readonly GateEvent[] {
  const { facts, recipients } = record
  if (facts.state !== 'asking' || facts.dueAt === null || facts.dueAt > now) return []
  const silent = recipients
    .filter(({ state }) => state === 'waiting')
    .map((one): RecipientStep => ({ ...one, state: 'lapsed' }))
  return [stepEvent(eventId, facts, 'lapse', after(record, silent))]
}

/**
 * The time to decide is over: told, and nothing else. It is an event on its own, so that the gatekeeper's open page does not
 * grow stale by it.
 */
export const decideOverdue = (
  { facts }: GateRecord,
  eventId: string,
  now: number,
): readonly NewEvent<DecisionOverdue>[] =>
  facts.state !== 'submitted' || facts.dueAt === null || facts.dueAt > now
    ? []
    : [
        {
          ...{ id: eventId, type: 'gate.decisionOverdue', stream: `${STREAM}-clock` },
          ...{ streamId: eventId, streamVersion: 1 },
          payload: { requestId: facts.id, unitId: facts.unitId, dueAt: facts.dueAt },
        },
      ]

/** The department takes it back before it holds anywhere, or ends it early. */
export function decideStep(
  { facts, recipients }: GateRecord,
  move: 'withdraw' | 'end',
  eventId: string,
  now: number,
): readonly GateEvent[] | Refusal {
  const bar = barred(facts, move)
  if (bar) return bar
  if (move === 'end') {
    const untilAt = Math.max(facts.fromAt + 1, Math.min(facts.untilAt, now))
    return [stepEvent(eventId, facts, move, { state: 'ended', untilAt, reasonId: facts.reasonId })]
  }
  const released = recipients
    .filter(({ state }) => state !== 'listed' && state !== 'refused' && state !== 'lapsed')
    .map((one): RecipientStep => ({ ...one, state: 'released', overruleId: null }))
  return [stepEvent(eventId, facts, move, { state: 'withdrawn', recipients: released })]
}

/** A demand whose last day is over ends by itself. */
export const decideExpire = ({ facts }: GateRecord, eventId: string, now: number): readonly GateEvent[] =>
  facts.state === 'inForce' && facts.untilAt <= now
    ? [stepEvent(eventId, facts, 'end', { state: 'ended', reasonId: facts.reasonId })]
    : []
