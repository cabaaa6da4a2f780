import {
  ACTING_CHANGED,
  type ActingChanged,
  type CaseStep,
  HOLDER_CHANGED,
  type HolderChanged,
  OPENING_ASKED,
  type OpeningAsked,
} from '@lianxin/contract'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import { noteHandovers } from './handover-store.ts'
import { keepOpening, wakeParents } from './store.ts'

/** Notes the matters that other modules ask for; the opening job opens them. */
export const openingsAsked: Subscriber = {
  name: 'case.openings',
  on: (type) => type === OPENING_ASKED,
  handle: oneByOne((tx, event) => keepOpening(tx, event.payload as OpeningAsked)),
}

/** Notes the matters that a post leaves to its next holder, or in which somebody acts for a while; the handover job tells each of them. */
export const holdersChanged: Subscriber = {
  name: 'case.handovers',
  on: (type) => type === HOLDER_CHANGED || type === ACTING_CHANGED,
  handle: oneByOne((tx, { id, recordedAt, type, payload }) => {
    const { postId, unitId, ...change } = payload as HolderChanged | ActingChanged
    const vacant = type === HOLDER_CHANGED && 'begunHoldingId' in change && change.begunHoldingId === null
    const acting = 'acting' in change ? change.acting : null
    return noteHandovers(tx, { changeId: id, at: recordedAt, postId, unitId, vacant, acting })
  }),
}

/** Wakes what had to wait until a matter ended. */
export const childrenEnded: Subscriber = {
  name: 'case.waits',
  on: (type) => type.startsWith('case.'),
  handle: oneByOne(async (tx, event) => {
    if ((event.payload as Partial<CaseStep>).closedAt) await wakeParents(tx, event.streamId)
  }),
}
