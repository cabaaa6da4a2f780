import {
  DAY_MS,
  MOST_SIMULATED_DAYS,
  type RoutingSimulated,
  refuse,
  routingRoutes,
  type SimulationCounts,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import type { PastMatters } from '../past-matters.ts'
import { type Draft, lockDraft, rulesAt } from '../queries/look-up-rules.ts'
import { simulate } from '../queries/simulate.ts'
import { noteSimulation } from '../store.ts'

type State = {
  readonly draft: Draft | undefined
  readonly counts: SimulationCounts | null
  readonly eventId: string
  readonly streamId: string
}

export const isSimulable = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
  from < to && to - from <= MOST_SIMULATED_DAYS * DAY_MS

/** Notes with the draft what came of holding it against past matters. Nothing but the draft is written. */
export const simulateDraft = (matters: PastMatters) =>
  command<typeof routingRoutes.simulate, State, NewEvent<RoutingSimulated>>({
    route: routingRoutes.simulate,
    permit: 'routing.change',
    async load(tx, _permit, { body }) {
      const draft = await lockDraft(tx)
      const now = (await rulesAt(tx, tx.now)).present?.rules ?? []
      const counts =
        draft?.open && draft.version === body.seenVersion && isSimulable(body)
          ? await simulate(tx, matters, { draft: draft.rules, now }, body)
          : null
      return { draft, counts, eventId: uuidV7(tx.now), streamId: derivedId('routing', 'draft') }
    },
    decide({ draft, counts, eventId, streamId }, { body }) {
      if (!draft?.open) return refuse('routing.no-draft')
      if (draft.version !== body.seenVersion) return refuse('routing.changed')
      if (!counts) return refuse('input.invalid')
      return [
        {
          ...{ id: eventId, type: 'routing.simulated', stream: 'routing-draft', streamId },
          streamVersion: draft.version,
          payload: { version: draft.version, ...countsOf(counts) },
        },
      ]
    },
    async save(tx, _state, events) {
      const { version, ...counts } = must(events[0], { refusal: 'server.fault' }).payload
      await noteSimulation(tx, version, counts)
      return { version }
    },
    answer: (_tx, { version }) => ({ version: Number(version) }),
  })

const countsOf = ({
  from,
  to,
  matters,
  otherThanNow,
  otherThanReally,
}: SimulationCounts): SimulationCounts => ({
  ...{ from, to, matters, otherThanNow, otherThanReally },
})
