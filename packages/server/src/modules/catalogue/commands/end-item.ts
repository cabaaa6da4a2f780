import { type ItemDecided, inForce, isRefusal, itemKeepingRoutes, refuse } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { effectiveFrom, itemDecided, notToBeDecided } from '../domain/decide-item.ts'
import type { ItemDecision } from '../item.ts'
import { loadCatalogue } from '../queries/load-catalogue.ts'
import { addDecisions } from '../store.ts'
import { itemDone } from './item-done.ts'

/** Open matters about each item: how many, and the numbers of the oldest. */
export type OpenMatters = ReadonlyMap<string, { readonly count: number; readonly numbers: readonly string[] }>
/** Given by app.ts: the case engine comes later in the house. */
export type OpenMattersOf = (tx: Tx, itemCode?: string) => Promise<OpenMatters>

type State = {
  readonly last: ItemDecision | undefined
  /** Items in force with a question that leads to this one. */
  readonly askedBy: readonly string[]
  readonly open: { readonly count: number; readonly numbers: readonly string[] } | undefined
  readonly eventId: string
}

/** The district ends an item of its own. Refused with the list where open matters, or questions of other items, need it. */
export const endItem = (openMatters: OpenMattersOf) =>
  command<typeof itemKeepingRoutes.end, State, NewEvent<ItemDecided>>({
    route: itemKeepingRoutes.end,
    permit: 'catalogue.change',
    async load(tx, _permit, { params: { code } }) {
      const { items } = await loadCatalogue(tx)
      const askedBy = [...items].flatMap(([other, versions]) => {
        const asking = [inForce(versions, tx.now), versions.at(-1)].some(
          (one) => one && !one.ended && leadsTo(one, code),
        )
        return asking ? [other] : []
      })
      const open = (await openMatters(tx, code)).get(code)
      return { last: items.get(code)?.at(-1), askedBy, open, eventId: uuidV7(tx.now) }
    },
    decide({ last, askedBy, open, eventId }, { params: { code }, body }, now) {
      if (!last) return refuse('not-found')
      const not = notToBeDecided(last, body.seenVersion)
      if (not) return not
      if (last.ended) return refuse('catalogue.not-there')
      if (open) return refuse('catalogue.in-use', { count: open.count, numbers: listed(open) })
      if (askedBy.length > 0) return refuse('catalogue.asked-for', { items: askedBy.join('、') })
      const from = effectiveFrom(body.effectiveFrom, now)
      if (isRefusal(from)) return from
      return [itemDecided(eventId, { code, version: last.version + 1, effectiveFrom: from, ended: true })]
    },
    async save(tx, { last }, events) {
      const { payload } = must(events[0], { refusal: 'server.fault' })
      const item = must(last, { refusal: 'server.fault' })
      ensure((await addDecisions(tx, [{ ...item, ...payload }])) === 1, { refusal: 'catalogue.changed' })
      return { code: payload.code, version: payload.version, effectiveFrom: payload.effectiveFrom }
    },
    answer: itemDone,
  })

const leadsTo = ({ questions }: ItemDecision, code: string) =>
  questions.some(({ choices }) => choices.some(({ becomes }) => becomes === code))

const listed = ({ count, numbers }: { readonly count: number; readonly numbers: readonly string[] }) =>
  `${numbers.join('、')}${count > numbers.length ? '…' : ''}`
