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
  /** To how many matters; 1 unless the house did the same to several. */
  readonly matters: number
  /** When it happened first, of what is together here. */
  readonly since: number
}

/** What the clocks of the house do. When an office opens they do the same to many matters in one minute. */
const BY_CLOCK: ReadonlySet<string> = new Set(['case.climbed', 'clock.fired', 'clock.rungReached'])

/**
 * What happened to a matter several times is told once, where nothing else is known to have happened to it between; what somebody did to
 * a matter keeps a line of its own. What a clock did to several, or what names no matter, is told once where the lines would stand one
 * below the other. A clock that ran out and the step that it led to are one piece of news, the step. The events themselves stay
 * as they are kept (`addNews`).
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
  const caseIds = new Map<number, Set<string | null>>()
  for (const change of news) {
    const { caseId, at, type } = change
    const moment = `${caseId} ${at}`
    if (type.startsWith('case.')) stepped.add(moment)
    if (type === 'clock.fired' && caseId !== null && stepped.has(moment)) continue
    const words = tell(change)
    const readsSame = (place: number | undefined) => {
      const line = lines[place ?? -1]
      return line?.where === words.where && line.sentence === words.sentence
    }
    const own = caseId === null ? undefined : placeOf.get(caseId)
    const last = lines.length - 1
    const before = lines[last]?.change.caseId ?? null
    // What names no matter is never one of several: nobody knows of how many it tells.
    const isOneOfSeveral = BY_CLOCK.has(type) && caseId !== null && before !== null
    const joinsLast = readsSame(last) && (isOneOfSeveral || before === caseId)
    const place = own !== undefined && readsSame(own) ? own : joinsLast ? last : lines.length
    const { times, since: _, ...line } = lines[place] ?? { ...words, change, times: 0, since: at, matters: 1 }
    const gathered = (caseIds.get(place) ?? new Set()).add(caseId)
    caseIds.set(place, gathered)
    lines[place] = { ...line, times: times + 1, since: at, matters: gathered.size }
    if (caseId !== null) placeOf.set(caseId, place)
  }
  return lines
}
