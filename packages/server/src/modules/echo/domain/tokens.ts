import { toHalfWidth } from '@lianxin/contract'

const RUNS = /[\p{Script=Han}〇]+|(?:(?![\p{Script=Han}〇])[\p{Letter}\p{Number}])+/gu
const HAN = /^[\p{Script=Han}〇]/u
const LONGEST = 40
/** No question needs more; each costs one look into the index. */
const MOST_ASKED = 12

const runsOf = (text: string): readonly string[] =>
  toHalfWidth(text).normalize('NFKC').toLowerCase().match(RUNS) ?? []

function* pairsOf(run: string): Generator<string> {
  const characters = [...run]
  for (let index = 0; index + 1 < characters.length; index += 1)
    yield `${characters[index]}${characters[index + 1]}`
}

/**
 * What a text is found by: every Chinese character with the one behind it, every character by itself (for questions of
 * one), and other words whole.
 */
export function tokensOf(text: string): ReadonlySet<string> {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    if (!HAN.test(run)) tokens.add(run.slice(0, LONGEST))
    else for (const token of [...run, ...pairsOf(run)]) tokens.add(token)
  }
  return tokens
}

/** What must all be there for a question; empty when it asks for nothing. */
export function questionOf(text: string): readonly string[] {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    const alone = !HAN.test(run) || [...run].length === 1
    for (const token of alone ? [run.slice(0, LONGEST)] : pairsOf(run)) tokens.add(token)
  }
  return [...tokens].slice(0, MOST_ASKED)
}
