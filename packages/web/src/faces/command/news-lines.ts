import type { LiveChange } from '@lianxin/contract/live/live-events'

/** What one line of the stream says, in the words of the reader's language. */
export interface NewsWords {
  readonly where: string
  readonly sentence: string
}

/** A line of the stream: the newest of the events that read the same, and how often it happened. */
export interface NewsLine extends NewsWords {
  readonly change: LiveChange
  readonly times: number
  /** How many matters it happened to; at least 1. */
  readonly matters: number
  /** When it happened first, of what is together here. */
  readonly since: number
}

interface Gathered extends NewsLine {
  readonly caseIds: ReadonlySet<string | null>
}

const isRepeat = (line: Gathered | undefined, { where, sentence }: NewsWords): line is Gathered =>
  line?.where === where && line.sentence === sentence

/**
 * What reads the same is told once: where nothing else is known to have happened to the matter between, and where two lines
 * would stand one below the other. A clock that ran out and the step that it led to are one piece of news, the step.
 * The events themselves stay as they are kept (`addNews`).
 * @param news newest first
 */
export function linesOf(
  news: readonly LiveChange[],
  tell: (change: LiveChange) => NewsWords,
): readonly NewsLine[] {
  const lines: Gathered[] = []
  /** Where the newest line about a matter stands that nothing older is told of yet. */
  const lineOf = new Map<string, number>()
  const stepped = new Set<string>()
  for (const change of news) {
    const { caseId, at, type } = change
    const moment = `${caseId} ${at}`
    if (type.startsWith('case.')) stepped.add(moment)
    if (type === 'clock.fired' && caseId !== null && stepped.has(moment)) continue
    const words = tell(change)
    const own = caseId === null ? undefined : lineOf.get(caseId)
    const last = lines.length - 1
    const place = [own, last].find((one) => one !== undefined && isRepeat(lines[one], words))
    const line = place === undefined ? undefined : lines[place]
    if (line === undefined || place === undefined) {
      lines.push({ ...words, change, times: 1, matters: 1, since: at, caseIds: new Set([caseId]) })
      if (caseId !== null) lineOf.set(caseId, lines.length - 1)
      continue
    }
    const caseIds = new Set([...line.caseIds, caseId])
    lines[place] = { ...line, times: line.times + 1, since: at, caseIds, matters: caseIds.size }
    if (caseId !== null) lineOf.set(caseId, place)
  }
  return lines
}
