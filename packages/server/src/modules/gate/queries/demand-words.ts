import { type DemandWords, UNREADABLE } from '@lianxin/contract'
import { parseContent, readContent } from '../../../kernel/content.ts'
import type { Tx } from '../../../kernel/tx.ts'

const ERASED: DemandWords = { title: '—', purpose: '—', basis: '—', fields: [] }
const UNREADABLE_DEMAND: DemandWords = {
  ...{ title: UNREADABLE, purpose: UNREADABLE, basis: UNREADABLE },
  fields: [],
}

/** The words of demands by content id. What was erased reads as a dash. */
export async function demandWords(
  tx: Tx,
  demandIds: readonly string[],
): Promise<(demandId: string) => DemandWords> {
  const texts = await readContent(tx, [...new Set(demandIds)])
  return (id) => {
    return parseContent(texts.get(id), ERASED, UNREADABLE_DEMAND)
  }
}
