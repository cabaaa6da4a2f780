import { suggestItems } from '@lianxin/contract'
import { blend, evidenceOf } from './blend.ts'
import { type Curve, calibrated } from './calibration.ts'
import { MINIMUM_MATTERS, THRESHOLD } from './learn-items.ts'
import { type Learnt, type Nameable, scoreItems } from './score-items.ts'
import { tokensOf } from './tokens.ts'

export type Learning = Learnt & {
  readonly curve: Curve
  readonly learntFrom: number
  /** How far the catalogue’s words are trusted beside what was learnt. */
  readonly trust: number
}

export type ItemGuesses<I> = {
  readonly itemsBy: 'learnt' | 'keywords'
  /** None: it is not known. */
  readonly items: readonly {
    readonly item: I
    readonly because: readonly string[]
    readonly confidence: number | null
  }[]
}

const MOST = 3

/**
 * The likeliest items with the words that spoke for them: what was learnt and the catalogue’s words together. Nothing when even the first is right too seldom. While too few
 * matters are closed, the catalogue's words alone propose, and claim nothing.
 */
export function guessItems<I extends Nameable>(
  items: readonly I[],
  words: string,
  learning: Learning | null,
): ItemGuesses<I> {
  if (!learning || learning.learntFrom < MINIMUM_MATTERS || learning.curve.length === 0)
    return {
      itemsBy: 'keywords',
      items: suggestItems(items, words).map((one) => ({ ...one, confidence: null })),
    }
  const learnt = scoreItems(items, tokensOf(words), learning)
  const scored = blend(items, learnt, evidenceOf(items, words), learning.trust).slice(0, MOST)
  const [first, ...others] = scored
  const sure = first ? calibrated(learning.curve, first.share) : 0
  if (!first || first.because.length === 0 || sure < THRESHOLD) return { itemsBy: 'learnt', items: [] }
  // What the first leaves is shared as the others stand to each other: all together are never more than everything.
  const left = (share: number) =>
    Math.min(sure, first.share < 1 ? (share / (1 - first.share)) * (1 - sure) : 0)
  return {
    itemsBy: 'learnt',
    items: [
      { item: first.item, because: first.because, confidence: sure },
      ...others
        .filter(({ because }) => because.length > 0)
        .map(({ item, because, share }) => ({ item, because, confidence: left(share) })),
    ],
  }
}
