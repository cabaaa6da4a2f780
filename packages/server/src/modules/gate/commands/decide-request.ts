import { gateRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Calendar, gateDue } from '../calendar.ts'
import { decideAtGate, decideOverrule, type Overruling } from '../domain/decide-gate.ts'
import type { GateRecord } from '../domain/gate-facts.ts'
import type { GateEvent } from '../domain/step-event.ts'
import { askedByActor } from '../queries/asked-by.ts'
import { budgetOf } from '../queries/burden-budget.ts'
import { gateReach, lockGate } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

type State = {
  readonly record: GateRecord
  readonly reasonId: string
  readonly answerDueAt: number
  readonly beyondBudget: boolean
  readonly ownRequest: boolean
  readonly eventId: string
}

/** The gatekeeper decides: it passes, comes back for change, or is refused. */
export const decideRequest = (calendar: Calendar) =>
  command<typeof gateRoutes.decide, State, GateEvent>({
    route: gateRoutes.decide,
    permit: 'gate.decide',
    async load(tx, permit, { params: { id }, body }) {
      const record = await lockGate(tx, permit, id, gateReach, body.expectedVersion)
      return {
        record,
        reasonId: uuidV7(tx.now),
        beyondBudget: body.move === 'pass' && (await isBeyondBudget(tx, record)),
        ownRequest: await askedByActor(tx, id),
        answerDueAt: await gateDue(tx, calendar, 'answer'),
        eventId: uuidV7(tx.now),
      }
    },
    decide: ({ record, reasonId, ...more }, { body: { move, reason } }) =>
      decideAtGate(record, { move, reasonId: reason?.trim() ? reasonId : null, ...more }),
    async save(tx, _state, events, { body: { reason } }) {
      const event = must(events[0], { refusal: 'server.fault' })
      const { streamId, payload } = event
      if (payload.reasonId !== null && reason !== null)
        await putContent(tx, [{ id: payload.reasonId, streamId, field: 'reason', text: reason.trim() }])
      await saveStep(tx, event)
      return { requestId: streamId, version: event.streamVersion }
    },
    answer: changedAnswer,
  })

async function isBeyondBudget(tx: Tx, { facts, recipients }: GateRecord): Promise<boolean> {
  const communityCodes = recipients.map(({ communityCode }) => communityCode)
  const budget = await budgetOf(tx, { ...facts, communityCodes }, facts.id)
  return budget !== null && budget.beyond > 0
}

type OverruleState = Omit<Overruling, 'unitId'> & { readonly record: GateRecord }

/** A refusal is overruled: in writing, for one community, and published. */
export const overruleRefusal = command<typeof gateRoutes.overrule, OverruleState, GateEvent>({
  route: gateRoutes.overrule,
  permit: 'gate.decide',
  async load(tx, permit, { params: { id } }) {
    return {
      record: await lockGate(tx, permit, id, gateReach, null),
      overruleId: uuidV7(tx.now),
      ownRequest: await askedByActor(tx, id),
      eventId: uuidV7(tx.now),
    }
  },
  decide: ({ record, ...ids }, { body: { unitId } }) => decideOverrule(record, { unitId, ...ids }),
  async save(tx, { overruleId }, events, { body: { reason } }) {
    const event = must(events[0], { refusal: 'server.fault' })
    await putContent(tx, [
      { id: overruleId, streamId: event.streamId, field: 'overrule', text: reason.trim() },
    ])
    await saveStep(tx, event)
    return { requestId: event.streamId, version: event.streamVersion }
  },
  answer: changedAnswer,
})
