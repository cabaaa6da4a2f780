import type { CaseStep } from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'
import type { Subscriber } from '../../kernel/module.ts'
import { figuresOf, isCounted } from './domain/figures-of.ts'
import { addFigures, forgetFigures, moveTo } from './store.ts'

/** Counts each step of a matter once, also when it is told twice. */
export const figureCounts: Subscriber = {
  name: 'figures.counts',
  on: (type) => type.startsWith('case.'),
  async handle(tx, event) {
    if (isCounted(event) && (await moveTo(tx, event.seq)))
      await addFigures(tx, [figuresOf(event as StoredEvent<CaseStep>)])
  },
  counts: { basis: 1, forget: forgetFigures },
}
