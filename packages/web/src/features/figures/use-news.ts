import { figureRoutes } from '@lianxin/contract/figures/figure-routes'
import type { FigureBoard } from '@lianxin/contract/figures/figure-views'
import { LIVE_RESET, type LiveChange } from '@lianxin/contract/live/live-events'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useActivePost } from '../../data/active-post.ts'
import { followLive, type LiveState } from '../../data/live.ts'
import { serverNow } from '../../ui/server-time.ts'
import { addNews, isNews } from './news.ts'

/** So many events of the past are told when the wall is opened, so that it does not begin empty. */
const PAST = 200
/** Figures are counted a moment after the event, and every wall asks for them at another one. */
const COUNTED_MS = 700
const SPREAD_MS = 800
/** Where the counting is behind the events, the figures are asked for once more, a few times. */
const BEHIND_MS = 2_000
const MOST_TRIES = 5

export interface Line {
  readonly state: LiveState
  /** When it was cut, by the server's clock; null while it stands. */
  readonly cutAt: number | null
}

/**
 * The stream of what happens, and how the line stands. `seq` is where the figures stand: the stream begins a little before and
 * goes on without a gap, after a cut too. Every event makes the figures ask again.
 */
export const useNews = (seq: number | undefined) => {
  const client = useQueryClient()
  const post = useActivePost()
  const [news, setNews] = useState<readonly LiveChange[]>([])
  const [line, setLine] = useState<Line>({ state: 'connecting', cutAt: null })
  const [begin, setBegin] = useState<number | null>(null)
  if (begin === null && seq !== undefined) setBegin(Math.max(0, seq - PAST))

  useEffect(() => {
    if (begin === null) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let waiting: LiveChange[] = []
    let last = 0
    const askAgain = () => {
      timer = undefined
      const heard = waiting
      waiting = []
      setNews((known) => addNews(known, heard))
      for (const { seq: happened, type } of heard)
        if (type.startsWith('case.')) last = Math.max(last, happened)
      void askFigures(MOST_TRIES)
    }
    const askFigures = async (tries: number): Promise<void> => {
      await client.invalidateQueries({ predicate: ({ queryKey: [id] }) => String(id).startsWith('figures.') })
      const counted = client.getQueriesData<FigureBoard>({
        queryKey: [figureRoutes.board.id],
        type: 'active',
      })
      if (stop.signal.aborted || tries === 0 || counted.every(([, board]) => (board?.seq ?? 0) >= last))
        return
      again = setTimeout(() => void askFigures(tries - 1), BEHIND_MS)
    }
    void followLive({
      post,
      since: begin,
      signal: stop.signal,
      heard({ event, data }) {
        if (event === LIVE_RESET) setNews([])
        else if (!isNews(event)) return
        else waiting.push(data as LiveChange)
        timer ??= setTimeout(askAgain, COUNTED_MS + Math.random() * SPREAD_MS)
      },
      told: (state) =>
        setLine(({ cutAt }) => ({ state, cutAt: state === 'live' ? null : (cutAt ?? serverNow()) })),
    })
    return () => {
      stop.abort()
      clearTimeout(timer)
      clearTimeout(again)
    }
  }, [begin, client, post])
  return { news, line }
}
