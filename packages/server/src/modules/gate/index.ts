import type { Holding } from '../../kernel/holding.ts'
import type { Module } from '../../kernel/module.ts'
import type { Calendar } from './calendar.ts'
import { answerDemand } from './commands/answer-demand.ts'
import { decideRequest, overruleRefusal } from './commands/decide-request.ts'
import { fillForm } from './commands/fill-form.ts'
import { publishDutyList } from './commands/publish-duty-list.ts'
import { stepRequest } from './commands/step-request.ts'
import { draftRequest, saveRequest } from './commands/write-demand.ts'
import { clockJob } from './jobs.ts'
import { showBoard, showCommunityBurden } from './queries/burden-board.ts'
import { showDutyLists, showDutyVersions } from './queries/duty-lists.ts'
import { showEstimate } from './queries/estimate.ts'
import { extractFile, showExtract } from './queries/extract.ts'
import { showAnswers } from './queries/form-answers.ts'
import { showForm } from './queries/form-to-fill.ts'
import { listGate } from './queries/list-gate.ts'
import { viewGate } from './queries/view-gate.ts'
import { burdenBook } from './subscribers.ts'

export type { Calendar } from './calendar.ts'
export { type Admission, admissionFor } from './queries/admission.ts'
export { dutyListFor, dutyNames } from './queries/duty-lists.ts'
export { rebuildBurden } from './rebuild-burden.ts'
export { addDutyList, type NewDutyList } from './store.ts'
export { answerDemand, decideRequest, draftRequest, fillForm, overruleRefusal, stepRequest }

/**
 * The burden gate (准入): no department places anything on a community but through here. `holdings`: the registers whose
 * elements nobody is asked for again.
 */
export const gate = (calendar: Calendar, holdings: readonly Holding[]): Module => ({
  name: 'gate',
  commands: [
    draftRequest,
    saveRequest,
    stepRequest(calendar),
    decideRequest(calendar),
    answerDemand,
    overruleRefusal,
    fillForm(holdings),
    publishDutyList,
  ],
  queries: [
    listGate,
    viewGate,
    showEstimate,
    showExtract(holdings),
    extractFile(holdings),
    showForm(holdings),
    showAnswers(holdings),
    showDutyLists,
    showDutyVersions,
    showBoard,
    showCommunityBurden,
  ],
  subscribers: [burdenBook],
  jobs: [clockJob],
})
