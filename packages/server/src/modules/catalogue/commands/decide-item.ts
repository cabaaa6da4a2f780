import { type FieldProblem, type ItemDecided, isRefusal, itemKeepingRoutes, refuse } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { effectiveFrom, isSame, itemDecided, notToBeDecided } from '../domain/decide-item.ts'
import { itemFaults } from '../domain/item-faults.ts'
import type { ItemDecision } from '../item.ts'
import { type Catalogue, loadCatalogue } from '../queries/load-catalogue.ts'
import { addDecisions } from '../store.ts'
import { itemDone } from './item-done.ts'

type State = {
  readonly catalogue: Catalogue
  readonly last: ItemDecision | undefined
  readonly faults: readonly FieldProblem[]
  readonly eventId: string
}

/** The district adds an item of its own, or gives one a new version. Open matters keep the version that they started with. */
export const decideItem = command<typeof itemKeepingRoutes.decide, State, NewEvent<ItemDecided>>({
  route: itemKeepingRoutes.decide,
  permit: 'catalogue.change',
  async load(tx, _permit, { params: { code }, body }) {
    const catalogue = await loadCatalogue(tx)
    const faults = itemFaults(code, body.item, { ...catalogue, reachable: catalogue.codesInForce })
    return { catalogue, last: catalogue.items.get(code)?.at(-1), faults, eventId: uuidV7(tx.now) }
  },
  decide({ last, faults, eventId }, { params: { code }, body }, now) {
    const not = notToBeDecided(last, body.seenVersion)
    if (not) return not
    if (faults.length > 0) return { refusal: 'input.invalid', fields: faults }
    if (isSame(last, body.item)) return refuse('setting.same')
    const from = effectiveFrom(body.effectiveFrom, now)
    if (isRefusal(from)) return from
    return [itemDecided(eventId, { code, version: body.seenVersion + 1, effectiveFrom: from, ended: false })]
  },
  async save(tx, { catalogue }, events, { body: { item } }) {
    const { payload } = must(events[0], { refusal: 'server.fault' })
    const major = must(catalogue.majors.get(item.major), { refusal: 'server.fault' })
    const names = { origin: 'district' as const, majorName: major.zh, majorNameEn: major.en }
    ensure((await addDecisions(tx, [{ ...item, ...names, ...payload }])) === 1, {
      refusal: 'catalogue.changed',
    })
    return { code: payload.code, version: payload.version, effectiveFrom: payload.effectiveFrom }
  },
  answer: itemDone,
})
