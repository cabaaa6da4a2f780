import type { DemandWords } from '@lianxin/contract'
import { readContent } from '../../../kernel/content.ts'
import type { Tx } from '../../../kernel/tx.ts'

const ERASED: DemandWords = { title: '—', purpose: '—', basis: '—', fields: [] }

/** The words of demands by content id. What was erased reads as a dash. */
export async function demandWords(
  tx: Tx,
  demandIds: readonly string[],
): Promise<(demandId: string) => DemandWords> {
  const texts = await readContent(tx, [...new Set(demandIds)])
  return (id) => {
    const text = texts.get(id)
    return text === undefined ? ERASED : (JSON.parse(text) as DemandWords)
  }
}
