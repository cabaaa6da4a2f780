/** An item as far as suggesting it is concerned: the words that people use for it. */
export type Suggestible = {
  readonly code: string
  readonly name: string
  readonly keywords: readonly string[]
}

/** `because`: the pieces of what was written that speak for it, as they stand there. */
export type ItemGuess<I extends Suggestible = Suggestible> = {
  readonly item: I
  readonly because: readonly string[]
}

/** `weight`: what the pieces are worth together, for comparing items with each other. */
export type WeighedGuess<I extends Suggestible = Suggestible> = ItemGuess<I> & { readonly weight: number }

const MOST = 3
/** So much of a word's pairs of characters must occur for the word to count; all of them in any order is as good as the word. */
const OVERLAP = 0.6
/** What the pieces of a word are worth against the word itself. */
const IN_PIECES = 0.4

/**
 * Items whose words occur in what was written: whole (暖气不热), or with something in between (暖气一直不热), in which case
 * the pairs of characters that they share decide. Pairs that many items share (没人…) count for little. A suggestion
 * with its reason, never a decision.
 */
export function suggestItems<I extends Suggestible>(
  items: readonly I[],
  words: string,
): readonly ItemGuess<I>[] {
  return weighItems(items, words)
    .slice(0, MOST)
    .map(({ item, because }) => ({ item, because }))
}

/** Every item of which a word occurs, the weightiest first. */
export function weighItems<I extends Suggestible>(
  items: readonly I[],
  words: string,
): readonly WeighedGuess<I>[] {
  const text = words.toLowerCase()
  const english = new Set(text.match(/[a-z]{3,}/g) ?? [])
  const written = new Set(pairsOf(text))
  const rarity = rarityOf(items)
  const judged = items.map((item) => {
    const found = [...item.keywords, item.name].map((one) => match(one.toLowerCase(), text, english, written))
    const whole = new Set(found.flatMap((one) => (one.whole ? one.pieces : [])))
    const because = longest(found.flatMap(({ pieces }) => pieces))
    const weight = because.reduce(
      (sum, one) => sum + weigh(one, rarity) * (whole.has(one) ? 1 : IN_PIECES),
      0,
    )
    return { item, because, weight }
  })
  return judged
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.weight - a.weight || (a.item.code < b.item.code ? -1 : 1))
}

const HAN = /\p{Script=Han}/u
const PAIR = /(?=(\p{Script=Han}{2}))/gu
const pairsOf = (text: string): string[] => [...text.matchAll(PAIR)].map(([, pair = '']) => pair)

/** The pieces of one keyword that occur; none when too little of it does. */
function match(
  keyword: string,
  text: string,
  english: ReadonlySet<string>,
  written: ReadonlySet<string>,
): { readonly pieces: readonly string[]; readonly whole: boolean } {
  if (!HAN.test(keyword)) return { pieces: english.has(keyword) ? [keyword] : [], whole: true }
  if (text.includes(keyword)) return { pieces: [keyword], whole: true }
  const pairs = pairsOf(keyword)
  const shared = pairs.filter((pair) => written.has(pair))
  // A word of two or three characters has too few pairs to be recognised by some of them.
  if (pairs.length < 3 || shared.length / pairs.length < OVERLAP) return { pieces: [], whole: false }
  return { pieces: shared, whole: false }
}

/** Pieces that are part of a longer one say nothing more. */
const longest = (pieces: readonly string[]): readonly string[] =>
  [...new Set(pieces)].filter((piece) => !pieces.some((other) => other !== piece && other.includes(piece)))

/** In how many items each pair occurs. */
function rarityOf(items: readonly Suggestible[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const own = new Set([...item.keywords, item.name].flatMap((one) => pairsOf(one)))
    for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function weigh(piece: string, rarity: ReadonlyMap<string, number>): number {
  const pairs = pairsOf(piece)
  if (pairs.length === 0) return HAN.test(piece) ? 1 : piece.length / 3
  return pairs.reduce((sum, pair) => sum + 1 / Math.sqrt(rarity.get(pair) ?? 1), 0) + pairs.length / 4
}
