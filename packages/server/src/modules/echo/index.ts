import type { Module } from '../../kernel/module.ts'
import type { PhotoStore } from '../file/index.ts'
import { makePicture, type Pixelate, recordPicture } from './commands/add-picture.ts'
import { askMeTooOtp } from './commands/ask-me-too-otp.ts'
import { confirmByOtp } from './commands/confirm-me-too.ts'
import { leaveByCode } from './commands/leave-me-too.ts'
import { publishEntry } from './commands/publish-entry.ts'
import { sayMeToo } from './commands/say-me-too.ts'
import { setConsent } from './commands/set-consent.ts'
import { takeDownEntry } from './commands/take-down-entry.ts'
import { eraseJob, forgetJob, untrueJob } from './jobs.ts'
import { consentOfMine } from './queries/consent-of-mine.ts'
import { showDesk } from './queries/desk.ts'
import { showDraft } from './queries/draft.ts'
import { showFollowed } from './queries/followed.ts'
import { showNear } from './queries/near.ts'
import { pictureRoutes } from './queries/pictures.ts'
import { showStanding } from './queries/standing.ts'
import { showEntry, showFacets, showWall } from './queries/wall.ts'

export { OTP_VALID_MS as ME_TOO_OTP_VALID_MS } from './domain/me-too.ts'
export { publicSentence } from './domain/public-sentence.ts'
export { glanceAt } from './queries/case-glance.ts'
export { type MeTooRecipient, meTooAsking, meTooRecipients } from './queries/recipients.ts'
export { publishEntry, recordPicture, setConsent }

/** 回音壁: public answers from redacted copies, and “me too” instead of the same matter again. */
export const echo = (store: PhotoStore, pixelate: Pixelate): Module => ({
  name: 'echo',
  commands: [publishEntry, takeDownEntry, setConsent, sayMeToo, askMeTooOtp, leaveByCode],
  queries: [
    showWall,
    showEntry,
    showFacets,
    showNear,
    consentOfMine,
    showStanding,
    showDraft,
    showFollowed,
    showDesk,
  ],
  streams: [...pictureRoutes(store), makePicture(store, pixelate), confirmByOtp],
  jobs: [untrueJob, eraseJob(store), forgetJob],
})
