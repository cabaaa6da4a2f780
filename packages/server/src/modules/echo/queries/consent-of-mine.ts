import { type ConsentView, echoRoutes, getKind } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { mayBeAnswered } from '../domain/outcome.ts'
import { glanceAt } from './case-glance.ts'
import { consentOf, entryOfCase, meTooCounts } from './load-entry.ts'

export async function consentView(tx: Tx, caseId: string): Promise<ConsentView> {
  const [entry, glance] = await Promise.all([entryOfCase(tx, caseId), glanceAt(tx, caseId)])
  const entryId = entry?.state === 'published' ? entry.id : null
  const { counted = false } = getKind(glance.kind, glance.kindVersion)
  return {
    asked: counted && (entryId !== null || mayBeAnswered(glance)),
    agreed: (await consentOf(tx, caseId)).agreed,
    entryId,
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
