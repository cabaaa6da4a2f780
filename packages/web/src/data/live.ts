import { LIVE_RESET } from '@lianxin/contract/live/live-events'
import { liveRoutes } from '@lianxin/contract/live/live-routes'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useActivePost } from './active-post.ts'
import { noteAnswered, standingHeaders } from './api-client.ts'
import { isApiProblem, isUnreachable } from './api-problem.ts'
import { lookAfterCut } from './newer-app.ts'
import { askToSignInAgain, isAskingToSignIn, onAskingToSignIn } from './session-guard.ts'

/**
 * One event of the tenant's stream: `id` is its gapless number, `event` its name, `data` ids, codes and times.
 * Without data it only moves the place from which the stream would resume.
 */
export interface LiveEvent {
  readonly id: string
  readonly event: string
  readonly data?: unknown
}

/** `ended`: this person may not listen, and asking again would change nothing. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'ended'

export interface Following {
  readonly post: string | null
  /** Where to begin: what happened after this number is told first. Without it, from now on. */
  readonly since?: number
  readonly heard: (event: LiveEvent) => void
  readonly told: (state: LiveState) => void
  readonly signal: AbortSignal
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000
/** The server sends a comment at least this often; silence for longer means a dead connection. */
const SILENCE_MS = 60_000

/** One block of text/event-stream, as the WHATWG HTML standard §9.2 reads it. */
export const parseEvent = (block: string): LiveEvent | null => {
  let id = ''
  let event = 'message'
  const lines: string[] = []
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'id') id = value
    if (field === 'event') event = value
    if (field === 'data') lines.push(value)
  }
  if (lines.length === 0) return id ? { id, event } : null
  try {
    return { id, event, data: JSON.parse(lines.join('\n')) }
  } catch {
    return { id, event, data: lines.join('\n') }
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })

/** Each listener at another moment: after a restart of the server all of them come back. */
export const spreadOut = (ms: number): number => ms * (0.5 + Math.random())

/** The time that a full server names, and a little more, so that those who were told the same do not meet again. */
export const waitAsked = (header: string | null): number | null => {
  const seconds = Number(header ?? 'none')
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 * (1 + Math.random() / 2) : null
}

/**
 * Follows /api/live for one post until `signal` aborts. It reads the stream with fetch because EventSource cannot say which post
 * is in use; it resumes after the last event seen, so that a gap in the connection is not a gap in the picture.
 */
export const followLive = async ({ post, since, heard, told, signal }: Following): Promise<void> => {
  let last = since === undefined ? '' : String(since)
  let wait = FIRST_WAIT_MS
  let stood = false
  while (!signal.aborted) {
    told('connecting')
    const silence = new AbortController()
    const end = () => silence.abort()
    signal.addEventListener('abort', end)
    // Whichever way the question was answered, the open stream belongs to the session that ended.
    const answered = onAskingToSignIn(() => {
      if (!isAskingToSignIn()) end()
    })
    let timer = setTimeout(end, SILENCE_MS)
    let asked: number | null = null
    try {
      const headers = {
        ...standingHeaders(post),
        accept: 'text/event-stream',
        ...(last ? { 'last-event-id': last } : {}),
      }
      const sentAt = Date.now()
      const answer = await fetch(liveRoutes.stream.path, {
        headers,
        credentials: 'same-origin',
        signal: silence.signal,
      })
      noteAnswered(answer, sentAt)
      if (answer.status === 401 && (await askToSignInAgain())) continue
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) return told('ended')
      asked = waitAsked(answer.headers.get('retry-after'))
      if (!answer.ok || !answer.body) throw new Error(`the live stream answered ${answer.status}`)
      told('live')
      if (stood) lookAfterCut()
      stood = true
      wait = FIRST_WAIT_MS
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer)
        timer = setTimeout(end, SILENCE_MS)
        const blocks = (rest + part.value).split(/\r\n\r\n|\n\n|\r\r/)
        rest = blocks.pop() ?? ''
        for (const event of blocks.map(parseEvent)) {
          if (!event) continue
          if (event.id) last = event.id
          if (event.data !== undefined) heard(event)
        }
      }
    } catch {
      // The network comes and goes; the loop below tries again.
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      answered()
    }
    if (signal.aborted) return
    told('waiting')
    await pause(asked ?? spreadOut(wait), signal)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

/** How long events are gathered before the lists on the screen are read again. */
const GATHER_MS = 400

/** What the events named is asked for again; everything, where more happened than was told. Exported for its test. */
export const invalidate = (client: QueryClient, nouns: ReadonlySet<string>): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey: [routeId] }) =>
      nouns.has(LIVE_RESET) || (typeof routeId === 'string' && nouns.has(routeId.split('.')[0] ?? '')),
  })

/** What failed on the screen while nobody answered is asked again; a refusal stays. Exported for its test. */
export const askFailedAgain = (client: QueryClient): Promise<void> =>
  client.refetchQueries({
    type: 'active',
    predicate: ({ state: { error } }) =>
      isUnreachable(error) || (isApiProblem(error) && error.retry === 'later'),
  })

const tellNobody = () => {}

/** The kind of the matter that it happened to: what is named for the kind, such as `whistle.`, asks again too. */
const kindIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'kind' in data && typeof data.kind === 'string'
    ? data.kind
    : null

/**
 * Keeps the screen true while it is open: an event `case.assigned` makes every query whose route id begins with
 * `case.` or `alert.` ask again. `told` must keep its identity between renders.
 */
export const useLive = (told: (state: LiveState) => void = tellNobody): void => {
  const client = useQueryClient()
  const post = useActivePost()
  useEffect(() => {
    const stop = new AbortController()
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = ({ event, data }: LiveEvent) => {
      changed.add(event === LIVE_RESET ? event : (event.split('.')[0] ?? ''))
      const kind = kindIn(data)
      if (kind) changed.add(kind)
      // Whatever happens, happens to a matter, and may end or raise an alert.
      changed.add('case')
      changed.add('alert')
      timer ??= setTimeout(() => {
        timer = undefined
        void invalidate(client, new Set(changed))
        changed.clear()
      }, GATHER_MS)
    }
    const stands = (state: LiveState) => {
      if (state === 'live') void askFailedAgain(client)
      told(state)
    }
    void followLive({ post, heard, told: stands, signal: stop.signal })
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, told, post])
}
