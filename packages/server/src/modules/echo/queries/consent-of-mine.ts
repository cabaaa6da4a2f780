import { type ConsentView, echoRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { consentOf, entryOfCase, meTooCounts } from './load-entry.ts'

export async function consentView(tx: Tx, caseId: string): Promise<ConsentView> {
  const entry = await entryOfCase(tx, caseId)
  return {
    agreed: (await consentOf(tx, caseId)).agreed,
    entryId: entry?.state === 'published' ? entry.id : null,
    meToo: (await meTooCounts(tx, caseId)).all,
  }
}

export const consentOfMine = query<typeof echoRoutes.consent>({
  route: echoRoutes.consent,
  permit: 'echo.consent',
  async view(tx) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    return { answer: await consentView(tx, tx.actor.caseId), subjects: [] }
  },
})
