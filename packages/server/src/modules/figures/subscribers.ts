import type { CaseStep } from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'
import type { Subscriber } from '../../kernel/module.ts'
import { figuresOf, isCounted } from './domain/figures-of.ts'
import { addFigures, forgetFigures, heldPosition, moveTo } from './store.ts'

/** Counts each step of a matter once, also when it is told twice. */
export const figureCounts: Subscriber = {
  name: 'figures.counts',
  on: (type) => type.startsWith('case.'),
  async handle(tx, events) {
    const counted = events.filter(isCounted) as readonly StoredEvent<CaseStep>[]
    if (counted.length === 0) return
    const position = await heldPosition(tx)
    const fresh = counted.filter(({ seq }) => seq > position)
    const last = fresh.at(-1)
    if (last) await Promise.all([moveTo(tx, last.seq), addFigures(tx, fresh.map(figuresOf))])
  },
  counts: { basis: 1, forget: forgetFigures },
}
