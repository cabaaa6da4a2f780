import { HOLDER_CHANGED, type HolderChanged, OPENING_ASKED, type OpeningAsked } from '@lianxin/contract'
import type { Subscriber } from '../../kernel/module.ts'
import { noteHandovers } from './handover-store.ts'
import { keepOpening } from './store.ts'

/** Notes the matters that other modules ask for; the opening job opens them. */
export const openingsAsked: Subscriber = {
  name: 'case.openings',
  on: (type) => type === OPENING_ASKED,
  handle: (tx, event) => keepOpening(tx, event.payload as OpeningAsked),
}

/** Notes the matters that a post leaves to its next holder; the handover job tells each of them. */
export const holdersChanged: Subscriber = {
  name: 'case.handovers',
  on: (type) => type === HOLDER_CHANGED,
  handle: (tx, event) =>
    noteHandovers(tx, {
      ...(event.payload as HolderChanged),
      ...{ changeId: event.id, at: event.recordedAt },
    }),
}
