import { tokensOf } from './tokens.ts'

/** An item as far as suggesting it is concerned: the words that people use for it. */
export type Nameable = {
  readonly code: string
  readonly name: string
  readonly plain: string
  readonly keywords: readonly string[]
}

/** Counts from closed matters: how many about each item, and in how many of those each token occurs. */
export type Learnt = {
  readonly matters: ReadonlyMap<string, number>
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** `share`: of all that is likely, 0 to 1; all items together make 1. `because`: pieces of the text that spoke for it most. */
export type Scored<I extends Nameable = Nameable> = {
  readonly item: I
  readonly share: number
  readonly because: readonly string[]
}

/** The catalogue's own words count as if so many matters about the item had used them. */
const CATALOGUE_MATTERS = 6
/** How strongly a rate is drawn towards that of all items together, in matters. */
const DRAWN = 2
/** A token that is not at least so much commoner with the item is no reason to show. */
const REASON = Math.log(1.5)
const REASONS = 3

/**
 * How likely each item is, given the pieces of the text (naive Bayes over the presence of pieces, with the catalogue's words as
 * prior matters). Pieces overlap and say the same thing twice, so all of it is divided by the root of their number, which leaves
 * the order as it is; what the share is worth is then measured, not believed. Empty when no piece is known: then nothing is known.
 */
export function scoreItems<I extends Nameable>(
  items: readonly I[],
  tokens: readonly string[],
  { matters, counts }: Learnt,
): readonly Scored<I>[] {
  const own = new Map(items.map((item) => [item.code, tokensOfItem(item)]))
  const total = items.reduce((sum, { code }) => sum + (matters.get(code) ?? 0), 0)
  const known = tokens.flatMap((token) => {
    const learnt = counts.get(token)
    const seen = items.reduce((sum, { code }) => sum + (learnt?.get(code) ?? 0), 0)
    const named = items.filter(({ code }) => own.get(code)?.has(token)).length
    const rate = (seen + CATALOGUE_MATTERS * named + 0.5) / (total + CATALOGUE_MATTERS * items.length + 1)
    return seen + named > 0 ? [{ token, learnt, rate }] : []
  })
  if (known.length === 0) return []
  const judged = items.map((item) => {
    const count = matters.get(item.code) ?? 0
    const reasons = known.map(({ token, learnt, rate }) => {
      const prior = own.get(item.code)?.has(token) ? CATALOGUE_MATTERS : 0
      const here =
        ((learnt?.get(item.code) ?? 0) + prior + DRAWN * rate) / (count + CATALOGUE_MATTERS + DRAWN)
      return { token, weight: Math.log(here / rate) }
    })
    const common = Math.log((count + 1) / (total + items.length))
    const sum = reasons.reduce((all, { weight }) => all + weight, 0)
    return { item, score: (common + sum) / Math.sqrt(known.length), because: shown(reasons) }
  })
  const best = Math.max(...judged.map(({ score }) => score))
  const whole = judged.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
  return judged
    .map(({ item, score, because }) => ({ item, share: Math.exp(score - best) / whole, because }))
    .toSorted((a, b) => b.share - a.share || (a.item.code < b.item.code ? -1 : 1))
}

/** Finding the pieces of every item's words anew for each matter took nearly all the time of learning. */
const found = new WeakMap<Nameable, ReadonlySet<string>>()

function tokensOfItem(item: Nameable): ReadonlySet<string> {
  const known = found.get(item)
  if (known) return known
  const { name, plain, keywords } = item
  const tokens = new Set([name, plain, ...keywords].flatMap((one) => [...tokensOf(one), one.toLowerCase()]))
  found.set(item, tokens)
  return tokens
}

/** The strongest reasons; one that is part of another says nothing more. */
function shown(reasons: readonly { readonly token: string; readonly weight: number }[]): readonly string[] {
  const strong = reasons
    .filter(({ weight }) => weight >= REASON)
    .toSorted((a, b) => b.weight * b.token.length - a.weight * a.token.length || (a.token < b.token ? -1 : 1))
    .map(({ token }) => token)
  return strong
    .filter((one) => !strong.some((other) => other !== one && other.includes(one)))
    .slice(0, REASONS)
}
