import {
  isRefusal,
  type Period,
  type Refusal,
  type RoutingSimulated,
  refuse,
  routingRoutes,
  type SimulationCounts,
  simulatedPeriod,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import type { PastMatters } from '../past-matters.ts'
import { lockDraft, rulesAt } from '../queries/look-up-rules.ts'
import { simulate } from '../queries/simulate.ts'
import { noteSimulation } from '../store.ts'

type State = {
  readonly simulated: { readonly version: number; readonly counts: SimulationCounts } | Refusal
  readonly eventId: string
  readonly streamId: string
}

/** Notes with the draft what came of holding it against past matters. Nothing but the draft is written. */
export const simulateDraft = (matters: PastMatters) =>
  command<typeof routingRoutes.simulate, State, NewEvent<RoutingSimulated>>({
    route: routingRoutes.simulate,
    permit: 'routing.change',
    async load(tx, _permit, { body }) {
      const { seenVersion, ...wanted } = body
      const simulated = await simulatedDraft(tx, matters, seenVersion, simulatedPeriod(wanted, tx.now))
      return { simulated, eventId: uuidV7(tx.now), streamId: derivedId('routing', 'draft') }
    },
    decide({ simulated, eventId, streamId }) {
      if (isRefusal(simulated)) return simulated
      const { version, counts } = simulated
      return [
        {
          ...{ id: eventId, type: 'routing.simulated', stream: 'routing-draft', streamId },
          streamVersion: version,
          payload: { version, ...countsOf(counts) },
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

async function simulatedDraft(
  tx: Tx,
  matters: PastMatters,
  seenVersion: number,
  time: Period | Refusal,
): Promise<State['simulated']> {
  const draft = await lockDraft(tx)
  if (!draft?.open) return refuse('routing.no-draft')
  if (draft.version !== seenVersion) return refuse('routing.changed')
  if (isRefusal(time)) return time
  const now = (await rulesAt(tx, tx.now)).present?.rules ?? []
  return {
    version: draft.version,
    counts: await simulate(tx, matters, { draft: draft.rules, now }, time),
  }
}

const countsOf = ({
  from,
  to,
  matters,
  otherThanNow,
  otherThanReally,
}: SimulationCounts): SimulationCounts => ({
  ...{ from, to, matters, otherThanNow, otherThanReally },
})
