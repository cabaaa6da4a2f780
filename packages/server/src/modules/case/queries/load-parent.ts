import { getKind, type Kind } from '@lianxin/contract'
import { systemActor } from '../../../kernel/actor.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { isAtEnd } from '../domain/ends.ts'
import { findCase, lockCase } from './load-case.ts'

const HELD = 'case.held'

/** Does a matter of this kind hang on that one, as both stand now? Never on one for which nothing more is done. */
export const fitsUnder = ({ report: { under } }: Kind, { kind, kindVersion, state }: CaseFacts): boolean =>
  under ? under.kind === kind && under.states.includes(state) : !isAtEnd(getKind(kind, kindVersion), state)

const isPublic = ({ kind, kindVersion, state }: CaseFacts): boolean =>
  getKind(kind, kindVersion).states[state]?.public === true

/**
 * A matter that everybody may read now. Whoever asks has no reach over matters: the system looks.
 * @throws Refused as not found for any other, so that nobody learns that it exists.
 */
export async function findPublicCase(tx: Tx, caseId: string): Promise<CaseFacts> {
  const { facts } = await findCase(tx, permitFor({ ...tx, actor: systemActor(HELD) }, 'case.view'), caseId)
  ensure(isPublic(facts), { refusal: 'not-found' })
  return facts
}

/** The same, held until the transaction ends: it cannot close while something is hung on it. */
export async function lockPublicCase(tx: Tx, caseId: string): Promise<CaseFacts> {
  const permit = permitFor({ ...tx, actor: systemActor(HELD) }, 'case.view')
  const { facts } = await lockCase(tx, permit, caseId, null)
  ensure(isPublic(facts), { refusal: 'not-found' })
  return facts
}
