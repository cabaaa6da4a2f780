const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
const HAN_WORD = /^\p{Script=Han}{2,8}$/u
const LATIN_WORD = /^[a-z]{3,20}$/
const PAIR = /(?=(\p{Script=Han}{2}))/gu
/** Nobody's matter is longer; what comes behind is not looked at. */
const MOST_CHARACTERS = 2_000

/**
 * The pieces of what was written, each once: Chinese words as the Unicode segmentation finds them, every pair of Chinese
 * characters beside it (the segmentation does not know 不热), and Latin words. Never a number, so no telephone and no door.
 */
export function tokensOf(words: string): readonly string[] {
  const text = words.normalize('NFKC').toLowerCase().slice(0, MOST_CHARACTERS)
  const found = new Set<string>()
  for (const { segment } of SEGMENTER.segment(text))
    if (HAN_WORD.test(segment) || LATIN_WORD.test(segment)) found.add(segment)
  for (const [, pair = ''] of text.matchAll(PAIR)) found.add(pair)
  return [...found]
}
