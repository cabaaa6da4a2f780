import type { Module } from '../../kernel/module.ts'
import type { PhotoStore } from '../file/index.ts'
import { askProof } from './commands/ask-proof.ts'
import { expireClock } from './commands/expire-clock.ts'
import { moveCase } from './commands/move-case.ts'
import { moveFollowedCase } from './commands/move-followed-case.ts'
import { moveRemedy } from './commands/move-remedy.ts'
import { provePhone } from './commands/prove-phone.ts'
import { raiseAgain } from './commands/raise-again.ts'
import { raiseCase } from './commands/raise-case.ts'
import { raiseUnder } from './commands/raise-under.ts'
import { reportCase } from './commands/report-case.ts'
import { takeOver } from './commands/take-over.ts'
import { calendarJob, clockJob, forgetProofsJob, handoverJob, openingJob } from './jobs.ts'
import { exportCases } from './queries/export-cases.ts'
import { listAlerts } from './queries/list-alerts.ts'
import { countCases, listCases } from './queries/list-cases.ts'
import { listHandovers } from './queries/list-handovers.ts'
import { nearCases } from './queries/near-matters.ts'
import { nearToCase } from './queries/near-to-case.ts'
import { showCalendar } from './queries/show-calendar.ts'
import { suggestForCase } from './queries/suggest.ts'
import { viewCase, viewRequester } from './queries/view-case.ts'
import { viewFollowedCase } from './queries/view-followed-case.ts'
import { photoRoutes } from './queries/view-photo.ts'
import type { HolidayYear } from './store.ts'
import { childrenEnded, holdersChanged, openingsAsked } from './subscribers.ts'

export { type CaseFacts, lastInRound, presentRound, unitOfRound } from './domain/case-facts.ts'
export { askingStates } from './domain/joined-answer.ts'
export { isMobile, mobileGiven, normalisePhone } from './domain/phone.ts'
export { PROOF_VALID_MS } from './domain/phone-proof.ts'
export { fill as fillSentence } from './domain/sentences.ts'
export { proofRecipient } from './proof-store.ts'
export { arrivalCodes } from './queries/arrival-codes.ts'
export { codesNow, WAITING_FOR_CODE } from './queries/calls.ts'
export { detailOf, requesterOf } from './queries/case-detail.ts'
export { type Followable, findFollowable, phoneBelongs, recipientsOf } from './queries/find-followable.ts'
export { askedWhereJoined, endOf, joinedGroup, joinedWith, judgesJoined } from './queries/joined.ts'
export { loadCalendar } from './queries/load-calendar.ts'
export { type CaseRecord, caseReach, findCase, lockCase } from './queries/load-case.ts'
export { kindOfCase } from './queries/load-kind.ts'
export { itemsMeant, nearMatters } from './queries/near-matters.ts'
export { countOpenMatters, openMattersByItem } from './queries/open-matters.ts'
export { pastMatters } from './queries/past-matters.ts'
export { followCodeOf } from './queries/receipt.ts'
export { complainedIn } from './queries/remedies.ts'
export { addHolidayYear, type HolidayYear } from './store.ts'

/** The case engine: one for all kinds, which are data in the contract. */
export const cases = (photos: PhotoStore, published: readonly HolidayYear[] = []): Module => ({
  name: 'case',
  commands: [
    reportCase,
    raiseCase,
    raiseAgain,
    raiseUnder,
    askProof,
    moveCase,
    takeOver,
    moveFollowedCase,
    moveRemedy,
  ],
  queries: [
    countCases,
    exportCases,
    listCases,
    nearCases,
    nearToCase,
    viewCase,
    viewRequester,
    suggestForCase,
    viewFollowedCase,
    listAlerts,
    listHandovers,
    showCalendar,
  ],
  streams: [...photoRoutes(photos), provePhone],
  subscribers: [openingsAsked, holdersChanged, childrenEnded],
  jobs: [clockJob, openingJob, handoverJob, calendarJob(published), forgetProofsJob],
})

export { requesterIdOf, requesterIdsOf } from './queries/case-detail.ts'
export { expireClock, moveCase, moveFollowedCase, raiseCase, reportCase }
