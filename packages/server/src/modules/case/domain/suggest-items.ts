import type { Item } from '../../catalogue/index.ts'

export type ItemGuess = { readonly item: Item; readonly because: readonly string[] }

const MOST = 3

/**
 * Items whose own words occur in what was written, most matches first, longer words before shorter. A suggestion with
 * its reason, never a decision.
 */
export function suggestItems(items: readonly Item[], words: string): readonly ItemGuess[] {
  const text = words.toLowerCase()
  return items
    .map((item) => ({
      item,
      because: item.keywords.filter((keyword) => text.includes(keyword.toLowerCase())),
    }))
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => weight(b.because) - weight(a.because) || a.item.code.localeCompare(b.item.code))
    .slice(0, MOST)
}

const weight = (keywords: readonly string[]) => keywords.reduce((sum, keyword) => sum + keyword.length, 0)
