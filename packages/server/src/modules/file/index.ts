import type { Module } from '../../kernel/module.ts'
import { uploadPhoto } from './commands/add-photo.ts'
import type { PhotoIntake, PhotoStore } from './intake.ts'
import { sweepJob } from './jobs.ts'
import { fileClaims } from './subscribers.ts'

export { type Photo, type PhotoIntake, type PhotoStore, thumbId } from './intake.ts'
export { caseOfFile, filesOfCase, unclaimedFiles } from './queries/look-up-files.ts'

/** Photos: taken in, sealed, tied to matters, erased. */
export const file = (store: PhotoStore, intake: PhotoIntake): Module => ({
  name: 'file',
  streams: [uploadPhoto(store, intake)],
  subscribers: [fileClaims],
  jobs: [sweepJob(store)],
})
