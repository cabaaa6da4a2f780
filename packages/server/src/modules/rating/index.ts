import type { Module } from '../../kernel/module.ts'
import { negativeListJob } from './jobs.ts'
import { evaluatedCases } from './queries/evaluated-cases.ts'
import { evaluationBoard } from './queries/evaluation-board.ts'
import { recurrences } from './queries/recurrences.ts'
import { ratedRounds } from './subscribers.ts'

export { rebuildRating } from './rebuild-rating.ts'

/** Evaluation by those who are served (以下评上): rates of units, items and places that can be checked. Nobody is ranked. */
export const rating = (): Module => ({
  name: 'rating',
  queries: [evaluationBoard, evaluatedCases, recurrences],
  subscribers: [ratedRounds],
  jobs: [negativeListJob],
})
