import { gateRoutes, type Refusal, stillAsked } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Calendar, gateDue } from '../calendar.ts'
import { checkDemand, type Ground } from '../domain/check-demand.ts'
import { decideStep } from '../domain/decide-gate.ts'
import type { GateRecord } from '../domain/gate-facts.ts'
import { barred, type GateEvent, stepEvent } from '../domain/step-event.ts'
import { askedGround } from '../queries/asked-ground.ts'
import { demandWords } from '../queries/demand-words.ts'
import { askerReach, lockGate } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

type State = {
  readonly record: GateRecord
  readonly words: Parameters<typeof checkDemand>[0]['words']
  readonly ground: Ground & { readonly dutyListId: string | null }
  readonly decisionDueAt: number
  readonly eventId: string
}

/** Submitting checks once more: another form may have passed since the draft was written. */
function submit(state: State, now: number): readonly GateEvent[] | Refusal {
  const { record, words, ground, decisionDueAt, eventId } = state
  const communityCodes = record.recipients.map(({ communityCode }) => communityCode)
  const refusal =
    barred(record.facts, 'submit') ?? checkDemand({ ...record.facts, words, communityCodes }, ground, now)
  if (refusal) return refusal
  return [
    stepEvent(eventId, record.facts, 'submit', {
      state: 'submitted',
      dutyListId: ground.dutyListId,
      typedCount: stillAsked(ground.overlap),
      dueAt: decisionDueAt,
    }),
  ]
}

/** The department submits a request, takes it back, or ends a demand that it does not need any more. */
export const stepRequest = (calendar: Calendar) =>
  command<typeof gateRoutes.step, State, GateEvent>({
    route: gateRoutes.step,
    permit: 'gate.ask',
    async load(tx, permit, { params: { id }, body }) {
      const record = await lockGate(tx, permit, id, askerReach, body.expectedVersion)
      const words = (await demandWords(tx, [record.facts.demandId]))(record.facts.demandId)
      const communityCodes = record.recipients.map(({ communityCode }) => communityCode)
      return {
        record,
        words,
        ground: await askedGround(tx, { words, communityCodes }, id),
        decisionDueAt: await gateDue(tx, calendar, 'decision'),
        eventId: uuidV7(tx.now),
      }
    },
    decide: (state, { body: { move } }, now) =>
      move === 'submit' ? submit(state, now) : decideStep(state.record, move, state.eventId, now),
    async save(tx, _state, events) {
      const event = must(events[0], { refusal: 'server.fault' })
      await saveStep(tx, event)
      return { requestId: event.streamId, version: event.streamVersion }
    },
    answer: changedAnswer,
  })
