import { gateRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Calendar, gateDue } from '../calendar.ts'
import { decideStep } from '../domain/decide-gate.ts'
import type { GateEvent } from '../domain/step-event.ts'
import { decideSubmit, type Submitted } from '../domain/write-demand.ts'
import { askedGround } from '../queries/asked-ground.ts'
import { demandWords } from '../queries/demand-words.ts'
import { askerReach, lockGate } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

/** The department submits a request, takes it back, or ends a demand that it does not need any more. */
export const stepRequest = (calendar: Calendar) =>
  command<typeof gateRoutes.step, Submitted, GateEvent>({
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
      move === 'submit' ? decideSubmit(state, now) : decideStep(state.record, move, state.eventId, now),
    async save(tx, _state, events) {
      const event = must(events[0], { refusal: 'server.fault' })
      await saveStep(tx, event)
      return { requestId: event.streamId, version: event.streamVersion }
    },
    answer: changedAnswer,
  })
