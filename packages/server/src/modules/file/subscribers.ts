import type { CaseStep } from '@lianxin/contract'
import type { Subscriber } from '../../kernel/module.ts'
import { claimFiles } from './store.ts'

/** A step of a case that came with photos ties them to it. */
export const fileClaims: Subscriber = {
  name: 'file.claims',
  on: (type) => type.startsWith('case.'),
  async handle(tx, event) {
    const { fileIds, move } = event.payload as CaseStep
    if (fileIds.length > 0) await claimFiles(tx, event.streamId, move, fileIds)
  },
}
