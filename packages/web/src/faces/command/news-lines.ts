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
  /** When it happened first, of what is together here. */
  readonly since: number
}

/**
 * What happened to a matter several times is told once, where nothing else is known to have happened to it between; each matter keeps a
 * line of its own. What names no matter is told once where two lines would stand one below the other. A clock that ran out and
 * the step that it led to are one piece of news, the step. The events themselves stay as they are kept (`addNews`).
 * @param news newest first
 */
export function linesOf(
  news: readonly LiveChange[],
  tell: (change: LiveChange) => NewsWords,
): readonly NewsLine[] {
  const lines: NewsLine[] = []
  /** Where the line of a matter stands that is told last before what comes next. */
  const placeOf = new Map<string, number>()
  const stepped = new Set<string>()
  for (const change of news) {
    const { caseId, at, type } = change
    const moment = `${caseId} ${at}`
    if (type.startsWith('case.')) stepped.add(moment)
    if (type === 'clock.fired' && caseId !== null && stepped.has(moment)) continue
    const words = tell(change)
    const place = caseId === null ? lines.length - 1 : (placeOf.get(caseId) ?? -1)
    const line = lines[place]
    const isRepeat =
      line?.change.caseId === caseId && line.where === words.where && line.sentence === words.sentence
    if (line && isRepeat) lines[place] = { ...line, times: line.times + 1, since: at }
    else lines.push({ ...words, change, times: 1, since: at })
    if (caseId !== null && !isRepeat) placeOf.set(caseId, lines.length - 1)
  }
  return lines
}
