import { decidedKind, getKind, type KeptRules, type Kind, settingsOf } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { settingsAt } from '../../setting/index.ts'

/** A kind with the limits that the district had decided when the matter was opened: what was promised then holds. */
export const kindAt = async (tx: Tx, kind: Kind, openedAt: number): Promise<Kind> =>
  decidedKind(kind, (await settingsAt(tx, settingsOf(kind), openedAt)) as KeptRules)

/** The kind that a matter started with, as it was decided then. */
export const kindOfCase = (
  tx: Tx,
  facts: { readonly kind: string; readonly kindVersion: number; readonly openedAt: number },
): Promise<Kind> => kindAt(tx, getKind(facts.kind, facts.kindVersion), facts.openedAt)
