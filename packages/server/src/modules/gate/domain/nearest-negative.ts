import type { DutyEntry } from '@lianxin/contract'

const pairsOf = (text: string): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_, index) => plain.slice(index, index + 2)),
  )
}

/** Words that stand in every other entry and so tell nothing. */
const COMMON = pairsOf('社区开展工作组织协助负责检查考核填报统计报表任务')
/** From this share of the shorter text's pairs on, a title is taken to come near to an entry. */
const NEAR = 0.4

/** The entry of the negative list whose words a title shares most pairs of characters with; a hint, never a decision. */
export function nearestNegative(title: string, entries: readonly DutyEntry[]): DutyEntry | undefined {
  const asked = [...pairsOf(title)].filter((pair) => !COMMON.has(pair))
  const scored = entries
    .filter((entry) => entry.class === 'notOurs')
    .map((entry) => {
      const theirs = [...pairsOf(entry.name)].filter((pair) => !COMMON.has(pair))
      const shared = theirs.filter((pair) => asked.includes(pair)).length
      return { entry, score: shared / Math.max(1, Math.min(asked.length, theirs.length)) }
    })
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  )
  return best && best.score >= NEAR ? best.entry : undefined
}
