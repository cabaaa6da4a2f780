import { weighItems } from '@lianxin/contract'
import { inTurn } from '../../../kernel/in-turn.ts'
import type { Nameable, Scored } from './score-items.ts'

/** What the catalogue's words say: pieces of the text that are an item's own words, and what they weigh. */
export type Evidence = {
  readonly code: string
  readonly weight: number
  readonly because: readonly string[]
}

/** What the catalogue’s words say of some words. */
export const evidenceOf = (items: readonly Nameable[], words: string): readonly Evidence[] =>
  weighItems(items, words).map(({ item, weight, because }) => ({ code: item.code, weight, because }))

/** How far the catalogue's words are trusted against what was learnt, from not at all to nearly alone. Which of them is measured. */
export const TRUSTS = [0, 1, 2, 4, 8, 16] as const

/**
 * Both at once, log-linear: what was learnt, times e to the trust in the share of the catalogue's words that an item has. All
 * items together make 1. Weak words have little share, whatever the trust. Empty when neither says anything.
 */
export function blend<I extends Nameable>(
  items: readonly I[],
  learnt: readonly Scored<I>[],
  evidence: readonly Evidence[],
  trust: number,
): readonly Scored<I>[] {
  if (learnt.length === 0 && (evidence.length === 0 || trust === 0)) return []
  const base =
    learnt.length > 0 ? learnt : items.map((item) => ({ item, share: 1 / items.length, because: [] }))
  const total = evidence.reduce((sum, { weight }) => sum + weight, 1)
  const judged = base.map(({ item, share, because }) => {
    const own = evidence.find(({ code }) => code === item.code)
    const told = own && trust > 0 ? own.because : []
    return {
      item,
      score: Math.log(Math.max(share, Number.MIN_VALUE)) + (trust * (own?.weight ?? 0)) / total,
      because: longest([...told, ...because]).slice(0, REASONS),
    }
  })
  const best = Math.max(...judged.map(({ score }) => score))
  const whole = judged.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
  return judged
    .map(({ item, score, because }) => ({ item, because, share: Math.exp(score - best) / whole }))
    .toSorted((a, b) => b.share - a.share || (a.item.code < b.item.code ? -1 : 1))
}

const REASONS = 3

/** One that is part of another says nothing more. */
const longest = (pieces: readonly string[]): readonly string[] =>
  [...new Set(pieces)].filter((one) => !pieces.some((other) => other !== one && other.includes(one)))

/** A matter whose item is known, with both opinions of it. */
export type Opinions<I extends Nameable = Nameable> = {
  readonly items: readonly I[]
  readonly learnt: readonly Scored<I>[]
  readonly evidence: readonly Evidence[]
  readonly itemCode: string
}

export const blended = ({ items, learnt, evidence }: Opinions, trust: number): Scored | undefined =>
  blend(items, learnt, evidence, trust)[0]

/** The trust under which what really was is likeliest. Ties go to the lesser trust. */
export async function fitTrust(matters: readonly Opinions[]): Promise<number> {
  const likelihood = async (trust: number) => {
    const shares = await inTurn(
      matters,
      ({ items, learnt, evidence, itemCode }) =>
        blend(items, learnt, evidence, trust).find(({ item }) => item.code === itemCode)?.share ?? 0,
    )
    return shares.reduce((sum, share) => sum + Math.log(Math.max(share, SMALLEST)), 0)
  }
  let best = { trust: 0, value: Number.NEGATIVE_INFINITY }
  for (const trust of TRUSTS) {
    const value = await likelihood(trust)
    if (value > best.value + 1e-9) best = { trust, value }
  }
  return best.trust
}

/** One matter that nothing speaks for must not decide alone. */
const SMALLEST = 1e-4
