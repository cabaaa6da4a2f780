import { nameFor } from '@lianxin/contract/kinds/kind-words'
import { KINDS } from '@lianxin/contract/kinds/kinds'
import type { Bilingual } from '@lianxin/contract/schema'

/** The newest name of a state as staff read it, for lists that carry only its code. */
export const stateNameOf = (kind: string, state: string): Bilingual => {
  const known = KINDS.findLast((one) => one.kind === kind)?.states[state]
  return known ? nameFor(known, 'staff') : { zh: state, en: state }
}

/** The name of a kind where it must be told apart: most matters are raised by residents, and that goes without saying. */
export const kindToTell = (kind: string): Bilingual | undefined =>
  KINDS.findLast((one) => one.kind === kind && one.report.by !== 'requester')?.name
