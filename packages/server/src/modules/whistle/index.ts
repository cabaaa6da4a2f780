import type { Module } from '../../kernel/module.ts'
import { answerAdvice } from './commands/answer-advice.ts'
import { writeAdvice } from './commands/write-advice.ts'
import { adviceJob } from './jobs.ts'
import { adviceWaiting } from './queries/advice-waiting.ts'
import { showCodes } from './queries/codes-to-show.ts'
import { listAdvice } from './queries/list-advice.ts'
import { openWhistles } from './queries/open-whistles.ts'
import { ratedCalls } from './queries/rated-calls.ts'
import { whistleBoard } from './queries/whistle-board.ts'

export { answerAdvice, writeAdvice }

/** 网格吹哨、部门报到: who is called now, how units came, and what subdistricts advise. Whistles themselves are matters, and the case engine's. */
export const whistle: Module = {
  name: 'whistle',
  commands: [writeAdvice, answerAdvice],
  queries: [openWhistles, showCodes, whistleBoard, ratedCalls, listAdvice, adviceWaiting],
  jobs: [adviceJob],
}
