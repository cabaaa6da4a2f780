import type { Module } from '../../kernel/module.ts'
import { answerUpward } from './commands/answer-upward.ts'
import { proposeTopic } from './commands/propose-topic.ts'
import { rateUpward } from './commands/rate-upward.ts'
import { lateJob, negativeListJob, topicJob } from './jobs.ts'
import { ballotBox } from './queries/ballot-box.ts'
import { evaluatedCases } from './queries/evaluated-cases.ts'
import { evaluationBoard } from './queries/evaluation-board.ts'
import { listTopics, publicTopics } from './queries/list-topics.ts'
import { recurrences } from './queries/recurrences.ts'
import { unitPage } from './queries/unit-page.ts'
import { unitRecord } from './queries/unit-record.ts'
import { upwardBoard } from './queries/upward-board.ts'
import { ratedRounds } from './subscribers.ts'

export { communityCounts, placeRates } from './queries/place-rates.ts'
export { rebuildRating } from './rebuild-rating.ts'
export { countScores } from './upward-store.ts'

/** Evaluation by those who are served (以下评上): rates of units, items and places that can be checked. Nobody is ranked. */
export const rating = (): Module => ({
  name: 'rating',
  commands: [proposeTopic, rateUpward, answerUpward],
  queries: [
    evaluationBoard,
    evaluatedCases,
    recurrences,
    listTopics,
    publicTopics,
    unitPage,
    unitRecord,
    ballotBox,
    upwardBoard,
  ],
  subscribers: [ratedRounds],
  jobs: [lateJob, negativeListJob, topicJob()],
})
