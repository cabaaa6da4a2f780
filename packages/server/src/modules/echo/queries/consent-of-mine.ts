import { type ConsentView, echoRoutes, getKind } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { glanceAt } from './case-glance.ts'
import { consentOf, entryOfCase, meTooCounts } from './load-entry.ts'

export async function consentView(tx: Tx, caseId: string): Promise<ConsentView> {
  const [entry, { kind, kindVersion }] = await Promise.all([entryOfCase(tx, caseId), glanceAt(tx, caseId)])
  return {
    asked: getKind(kind, kindVersion).counted === true,
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
