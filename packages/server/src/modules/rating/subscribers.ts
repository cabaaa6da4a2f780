import type { CaseStep } from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'
import type { Subscriber } from '../../kernel/module.ts'
import { noteStep } from './store.ts'

/** Notes each round of each matter for evaluation. */
export const ratedRounds: Subscriber = {
  name: 'rating.rounds',
  on: (type) => type.startsWith('case.'),
  handle: (tx, event) => noteStep(tx, event as StoredEvent<CaseStep>),
}
