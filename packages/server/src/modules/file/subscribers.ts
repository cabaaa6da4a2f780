import type { CaseStep } from '@lianxin/contract'
import { oneByOne, type Subscriber } from '../../kernel/module.ts'
import { claimFiles } from './store.ts'

/** A step of a case that came with photos ties them to it. */
export const fileClaims: Subscriber = {
  name: 'file.claims',
  on: (type) => type.startsWith('case.'),
  handle: oneByOne(async (tx, { streamId, payload }) => {
    const { fileIds, move } = payload as CaseStep
    if (fileIds.length > 0) await claimFiles(tx, streamId, move, fileIds)
  }),
}
