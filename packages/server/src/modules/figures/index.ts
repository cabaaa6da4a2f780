import type { Module } from '../../kernel/module.ts'
import { figureBoard } from './queries/figure-board.ts'
import { figureCases } from './queries/figure-cases.ts'
import { figureMap } from './queries/figure-map.ts'
import { sharedAnswers } from './queries/shared-answers.ts'
import { figureCounts } from './subscribers.ts'

export { namePlaces, placeAsked } from './queries/figure-places.ts'
export { figureHolding } from './queries/holdings.ts'
export { rebuildFigures } from './rebuild-figures.ts'

/** What the command centre counts: by place, at this moment and through the day, from the events of matters. */
export const figures = (): Module => ({
  name: 'figures',
  queries: [figureBoard(sharedAnswers()), figureMap(sharedAnswers()), figureCases],
  subscribers: [figureCounts],
})
