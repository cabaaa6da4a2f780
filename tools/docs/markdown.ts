/** First line of every generated page: it tells who would be overwritten. */
export const GENERATED = '<!-- Written by `npm run docs:kinds` from packages/contract. Do not edit. -->'

/** A cell may hold neither a bar nor a line end. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

/** A table in Markdown. Every row has as many cells as the head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

export const code = (word: string): string => `\`${word}\``

/** Words in a row, each as code; a dash when there are none. */
export const codes = (words: readonly string[]): string => words.map(code).join(', ') || '–'
