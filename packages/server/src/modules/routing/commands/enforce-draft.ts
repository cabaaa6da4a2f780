import { isDeepStrictEqual } from 'node:util'
import {
  CHINA_UTC_OFFSET_MINUTES,
  earliest,
  localMinuteOf,
  type RoutingDecided,
  type RoutingFault,
  refuse,
  routingRoutes,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { isDeadEnd, ruleFaults } from '../domain/rule-faults.ts'
import { loadRuleGround } from '../queries/load-options.ts'
import { type Draft, lockDraft, type RuleSet, ruleSets } from '../queries/look-up-rules.ts'
import { addRoutingSet, closeDraft } from '../store.ts'

type State = {
  readonly draft: Draft | undefined
  readonly last: RuleSet | undefined
  readonly faults: readonly RoutingFault[]
  readonly eventId: string
  readonly streamId: string
}

/** The draft counts from a moment on. Matters that are already with a unit stay there. */
export const enforceDraft = command<typeof routingRoutes.enforce, State, NewEvent<RoutingDecided>>({
  route: routingRoutes.enforce,
  permit: 'routing.change',
  async load(tx, _permit, { body }) {
    const draft = await lockDraft(tx)
    const rules = draft?.rules ?? []
    // What ends before the rules begin is a dead end too.
    const ground = await loadRuleGround(tx, rules, Math.max(tx.now, body.effectiveFrom ?? tx.now))
    return {
      ...{ draft, last: (await ruleSets(tx)).at(-1), faults: ruleFaults(rules, ground) },
      ...{ eventId: uuidV7(tx.now), streamId: derivedId('routing', 'rules') },
    }
  },
  decide({ draft, last, faults, eventId, streamId }, { body }, now) {
    if (!draft?.open) return refuse('routing.no-draft')
    if (draft.version !== body.seenVersion) return refuse('routing.changed')
    if (!draft.simulated) return refuse('routing.not-simulated')
    const dead = [...new Set(faults.filter(isDeadEnd).map(({ number }) => number))]
    if (dead.length > 0) return refuse('routing.dead-ends', { rules: dead.join(', ') })
    const soonest = earliest(now)
    const effectiveFrom = body.effectiveFrom ?? soonest
    if (effectiveFrom < soonest)
      return refuse('setting.too-soon', { earliest: localMinuteOf(soonest, CHINA_UTC_OFFSET_MINUTES) })
    if (isDeepStrictEqual(last?.rules ?? [], draft.rules) && (last?.effectiveFrom ?? 0) <= now)
      return refuse('routing.same')
    const version = (last?.version ?? 0) + 1
    return [
      {
        ...{ id: eventId, type: 'routing.decided', stream: 'routing', streamId, streamVersion: version },
        payload: { version, effectiveFrom, rules: draft.rules.length },
      },
    ]
  },
  async save(tx, { draft }, events) {
    const { payload } = must(events[0], { refusal: 'server.fault' })
    const { version, rules } = must(draft, { refusal: 'server.fault' })
    ensure(await addRoutingSet(tx, payload, rules), { refusal: 'routing.changed' })
    await closeDraft(tx, version)
    return { version: payload.version, effectiveFrom: payload.effectiveFrom }
  },
  answer: (_tx, { version, effectiveFrom }) => ({
    version: Number(version),
    effectiveFrom: Number(effectiveFrom),
  }),
})
