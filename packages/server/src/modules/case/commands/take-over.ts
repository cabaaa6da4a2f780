import { type CaseStep, handoverRoutes, refuse } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { settleAlerts } from '../alert-store.ts'
import { type CaseFacts, factsAfter } from '../domain/case-facts.ts'
import { handoverStep } from '../domain/hand-over.ts'
import { type Handover, lockWaiting, markTaken } from '../handover-store.ts'
import { lockCase } from '../queries/load-case.ts'
import { type Ground, loadGround } from '../queries/load-ground.ts'
import { updateCase } from '../store.ts'
import { raiseMissing } from './raise-missing.ts'

type State = {
  readonly facts: CaseFacts
  readonly handover: Handover | undefined
  readonly ground: Ground
  readonly eventId: string
}

/** Whoever holds the post now, or anybody of the unit while nobody does, says that the matter is in their hands. */
export const takeOver = command<typeof handoverRoutes.takeOver, State, NewEvent<CaseStep>>({
  route: handoverRoutes.takeOver,
  permit: 'case.takeOver',
  async load(tx, permit, { params: { id } }) {
    const { facts } = await lockCase(tx, permit, id, null)
    const post = tx.actor.kind === 'account' ? tx.actor.post : null
    const handover = post ? await lockWaiting(tx, id, post) : undefined
    return { facts, handover, ground: await loadGround(tx, facts), eventId: uuidV7(tx.now) }
  },
  decide: ({ facts, handover, eventId }) =>
    handover
      ? [handoverStep(facts, { step: 'takeOver', unitId: handover.unitId, eventId })]
      : refuse('not-found'),
  async save(tx, { facts, handover, ground }, events) {
    const { streamVersion, payload } = must(events[0], { refusal: 'server.fault' })
    const after = factsAfter(facts.id, streamVersion, payload)
    await updateCase(tx, after)
    await markTaken(tx, must(handover, { refusal: 'server.fault' }))
    await settleAlerts(tx, after)
    await raiseMissing(tx, after, ground)
    return { caseId: after.id, version: after.version }
  },
  answer: (_tx, { caseId, version }) => ({ caseId: String(caseId), version: Number(version) }),
})
