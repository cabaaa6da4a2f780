import type { Kind } from '@lianxin/contract'

export type Told = { readonly words: string; readonly wordsEn: string | null }

/**
 * What the system writes of a matter that it opens is stored as one text, a Chinese line and an English one; a person's words
 * are in whatever language they wrote. Without a second line (erased, or not to be opened) it stays as it is.
 */
export function inBothLanguages({ report }: Pick<Kind, 'report'>, text: string): Told {
  const end = report.by === 'system' ? text.indexOf('\n') : -1
  return end < 0
    ? { words: text, wordsEn: null }
    : { words: text.slice(0, end), wordsEn: text.slice(end + 1) }
}
