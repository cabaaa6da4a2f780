import { gateRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideAnswer } from '../domain/decide-gate.ts'
import type { GateRecord } from '../domain/gate-facts.ts'
import type { GateEvent } from '../domain/step-event.ts'
import { dutyListFor } from '../queries/duty-lists.ts'
import { lockGate, recipientReach } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

type State = {
  readonly record: GateRecord
  readonly unitId: string
  readonly dutyListId: string | null
  /** Entries of what is the community's duty, or its duty to assist. */
  readonly ours: ReadonlySet<string>
  /** Entries by which the community can refuse: what is not its duty. */
  readonly notOurs: ReadonlySet<string>
  readonly reasonId: string
  readonly eventId: string
}

/** The community takes a demand on or refuses it. Nobody else answers for it, so no version is asked for. */
export const answerDemand = command<typeof gateRoutes.answer, State, GateEvent>({
  route: gateRoutes.answer,
  permit: 'gate.answer',
  async load(tx, permit, { params: { id } }) {
    const post = must(permit.actor.kind === 'account' ? permit.actor.post : null, { refusal: 'auth.denied' })
    const list = await dutyListFor(tx, 'community', post.unitId)
    const codes = (isOurs: boolean) =>
      new Set(
        (list?.entries ?? [])
          .filter((entry) => (entry.class !== 'notOurs') === isOurs)
          .map(({ code }) => code),
      )
    return {
      record: await lockGate(tx, permit, id, recipientReach, null),
      unitId: post.unitId,
      dutyListId: list?.id ?? null,
      ours: codes(true),
      notOurs: codes(false),
      reasonId: uuidV7(tx.now),
      eventId: uuidV7(tx.now),
    }
  },
  decide: ({ record, unitId, dutyListId, ours, notOurs, reasonId, eventId }, { body }) =>
    decideAnswer(record, {
      unitId,
      isOnList: record.facts.dutyCode !== null && ours.has(record.facts.dutyCode),
      dutyListId,
      dutyCode: body.dutyCode !== null && notOurs.has(body.dutyCode) ? body.dutyCode : null,
      move: body.move,
      ground: body.ground,
      reasonId: body.reason?.trim() ? reasonId : null,
      eventId,
    }),
  async save(tx, { reasonId }, events, { body: { reason } }) {
    const event = must(events[0], { refusal: 'server.fault' })
    if (reason?.trim() && event.payload.move === 'decline')
      await putContent(tx, [
        { id: reasonId, streamId: event.streamId, field: 'refusal', text: reason.trim() },
      ])
    await saveStep(tx, event)
    return { requestId: event.streamId, version: event.streamVersion }
  },
  answer: changedAnswer,
})
