/**
 * Free text is kept as people wrote it: SQL, script and formulas are just text here, and every exit (HTML, SQL, CSV)
 * escapes for itself. Only what no reader can see or what would upset storage is removed.
 */

/** Control characters other than line feed, byte order marks, and marks that reorder text to disguise it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g
const NOTHING_VISIBLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u

/**
 * Text as it is stored: line ends as line feed, tabs as spaces, no control characters, no unpaired surrogates,
 * Unicode NFC, trimmed. Idempotent.
 */
export const normaliseText = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim()

/** Full-width digits and letters (typed on a Chinese keyboard) become ASCII; other text is left alone. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

/** Length in code points: 𠮷 and 👍 are one each. */
export const codePoints = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Has the text nothing that a reader could see? */
export const isBlank = (text: string): boolean => NOTHING_VISIBLE.test(text)

/** Normalised text with its length, and what is wrong with it when something is. */
export type CheckedText = {
  readonly text: string
  readonly length: number
  readonly problem?: 'empty' | 'too-short' | 'too-long'
}

/**
 * Normalises, then measures.
 * @param limits in code points after normalising; `min` 0 allows nothing at all, default 1
 */
export function checkText(raw: string, limits: { readonly min?: number; readonly max: number }): CheckedText {
  const text = normaliseText(raw)
  const length = codePoints(text)
  const min = limits.min ?? 1
  if (min > 0 && isBlank(text)) return { text, length, problem: 'empty' }
  if (length < min) return { text, length, problem: 'too-short' }
  return length > limits.max ? { text, length, problem: 'too-long' } : { text, length }
}
