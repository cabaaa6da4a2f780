import { quarterOf, quarterSpan } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import type { Tx } from './kernel/tx.ts'
import { countScores } from './modules/rating/index.ts'

/** How many raters and which marks, by turns: some units were rated by too few to be shown. */
const GROUPS = [
  [0, 1, 4, 6, 3],
  [0, 0, 1, 2, 0],
  [1, 2, 4, 3, 1],
  [0, 0, 2, 7, 8],
] as const

/** What communities and grid workers gave subdistricts and departments in the quarter before the demonstration began. */
export async function rateFromBelow(tx: Tx, demo: DemoDistrict, now: number): Promise<void> {
  const quarter = quarterOf(quarterSpan(quarterOf(now))[0] - 1)
  const rated = demo.units.filter(({ kind }) => kind === 'department' || kind === 'subdistrict')
  for (const [index, { id }] of rated.entries())
    for (const [mark, raters] of (GROUPS[index % GROUPS.length] ?? GROUPS[0]).entries()) {
      const score = mark + 1
      const scores = {
        attitude: score,
        style: Math.min(5, score + (index % 2)),
        effect: Math.max(1, score - 1),
      }
      if (raters > 0) await countScores(tx, quarter, id, scores, raters)
    }
}
