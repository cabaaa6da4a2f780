import { type RoutingDrafted, refuse, routingRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lockDraft } from '../queries/look-up-rules.ts'
import { saveDraft } from '../store.ts'

type State = { readonly version: number; readonly eventId: string; readonly streamId: string }

/** The draft of the rules as somebody wants them. Rules may still be wrong: what is wrong with them is shown, not lost. */
export const saveRoutingDraft = command<typeof routingRoutes.save, State, NewEvent<RoutingDrafted>>({
  route: routingRoutes.save,
  permit: 'routing.change',
  async load(tx) {
    const version = (await lockDraft(tx))?.version ?? 0
    return { version, eventId: uuidV7(tx.now), streamId: derivedId('routing', 'draft') }
  },
  decide({ version, eventId, streamId }, { body: { seenVersion, rules } }) {
    if (seenVersion !== version) return refuse('routing.changed')
    const payload = { version: version + 1, rules: rules.length }
    return [
      {
        id: eventId,
        type: 'routing.drafted',
        stream: 'routing-draft',
        streamId,
        streamVersion: version + 1,
        payload,
      },
    ]
  },
  async save(tx, _state, events, { body: { rules } }) {
    const { version } = must(events[0], { refusal: 'server.fault' }).payload
    ensure(await saveDraft(tx, version, rules), { refusal: 'routing.changed' })
    return { version }
  },
  answer: (_tx, { version }) => ({ version: Number(version) }),
})
