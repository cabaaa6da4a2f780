import { type GateDraft, gateRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import type { GateEvent } from '../domain/step-event.ts'
import { blank, decideWrite, type Written } from '../domain/write-demand.ts'
import { askedGround } from '../queries/asked-ground.ts'
import { askerReach, lockGate } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'

async function saveWritten(tx: Tx, events: readonly GateEvent[], draft: GateDraft) {
  const event = must(events[0], { refusal: 'server.fault' })
  const text = JSON.stringify(draft.words)
  await putContent(tx, [{ id: event.payload.demandId, streamId: event.streamId, field: 'demand', text }])
  await saveStep(tx, event)
  return { requestId: event.streamId, version: event.streamVersion }
}

export const changedAnswer = (_tx: Tx, { requestId, version }: Readonly<Record<string, unknown>>) => ({
  requestId: String(requestId),
  version: Number(version),
})

/** A department writes down what it wants to ask. Nobody is asked anything by that. */
export const draftRequest = command<typeof gateRoutes.draft, Written, GateEvent>({
  route: gateRoutes.draft,
  permit: 'gate.ask',
  async load(tx, { actor }, { body }) {
    const post = must(actor.kind === 'account' ? actor.post : null, { refusal: 'auth.denied' })
    return {
      before: blank(uuidV7(tx.now), post.unitId, body),
      ground: await askedGround(tx, body, null),
      demandId: uuidV7(tx.now),
      eventId: uuidV7(tx.now),
    }
  },
  decide: (state, { body }, now) => decideWrite(state, body, now),
  save: (tx, _state, events, { body }) => saveWritten(tx, events, body),
  answer: changedAnswer,
})

/** Changes a draft, or what came back from the gate. Every version of the words is kept: it was read and decided on. */
export const saveRequest = command<typeof gateRoutes.save, Written, GateEvent>({
  route: gateRoutes.save,
  permit: 'gate.ask',
  async load(tx, permit, { params: { id }, body }) {
    const { facts } = await lockGate(tx, permit, id, askerReach, body.expectedVersion)
    return {
      before: facts,
      ground: await askedGround(tx, body.draft, id),
      demandId: uuidV7(tx.now),
      eventId: uuidV7(tx.now),
    }
  },
  decide: (state, { body }, now) => decideWrite(state, body.draft, now),
  save: (tx, _state, events, { body }) => saveWritten(tx, events, body.draft),
  answer: changedAnswer,
})
