import { OPENING_ASKED, type OpeningAsked } from '@lianxin/contract'
import type { Subscriber } from '../../kernel/module.ts'
import { keepOpening } from './store.ts'

/** Notes the matters that other modules ask for; the opening job opens them. */
export const openingsAsked: Subscriber = {
  name: 'case.openings',
  on: (type) => type === OPENING_ASKED,
  handle: (tx, event) => keepOpening(tx, event.payload as OpeningAsked),
}
