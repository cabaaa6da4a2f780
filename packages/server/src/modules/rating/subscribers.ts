import type { CaseStep } from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'
import type { Subscriber } from '../../kernel/module.ts'
import { inLayers } from './domain/in-layers.ts'
import { noteNegative, noteRefusals } from './negative-store.ts'
import { forgetRounds, noteSteps } from './store.ts'

/** Notes each round of each matter for evaluation, and then what of it belongs on the negative list. */
export const ratedRounds: Subscriber = {
  name: 'rating.rounds',
  on: (type) => type.startsWith('case.'),
  async handle(tx, events) {
    const steps = events as readonly StoredEvent<CaseStep>[]
    for (const layer of inLayers(steps)) {
      await noteSteps(tx, layer)
      for (const step of layer) await noteNegative(tx, step)
    }
    // They need no rounds, and count each other in their own order across matters.
    await noteRefusals(tx, steps)
  },
  // 1: who is late, unit by unit, and what was left out on which ground. 2: whoever had been joined and reopens blames no round
  // of their own.
  counts: { basis: 2, forget: forgetRounds },
}
