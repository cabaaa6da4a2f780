import type { Answer, Input, Purpose, Route } from '@lianxin/contract'
import { getPreferences } from '../ui/preferences.ts'
import { learnPlayedTime, learnServerTime } from '../ui/server-time.ts'
import { getActivePost } from './active-post.ts'
import { ApiProblem, problemOf, unreachable } from './api-problem.ts'
import { askToSignInAgain } from './session-guard.ts'

type Given<R extends Route, K extends 'params' | 'query' | 'body'> = Input<R>[K] extends undefined
  ? { readonly [P in K]?: never }
  : object extends Input<R>[K]
    ? { readonly [P in K]?: Input<R>[K] }
    : { readonly [P in K]: Input<R>[K] }

/** What a call of this route must bring; a command brings the id that was made with its draft. */
export type ApiRequest<R extends Route> = Given<R, 'params'> &
  Given<R, 'query'> &
  Given<R, 'body'> &
  (R extends { readonly command: true } ? { readonly commandId: string } : { readonly commandId?: never }) & {
    readonly purpose?: Purpose
    readonly signal?: AbortSignal
  }

interface Loose {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly commandId?: string
  readonly purpose?: string
  readonly signal?: AbortSignal
}

/** Path and query string of a route, e.g. for `<img src>` and downloads. */
export const urlOf = <R extends Route>(
  route: R,
  request: Pick<ApiRequest<R>, 'params' | 'query'>,
): string => {
  const { params = {}, query = {} } = request as Loose
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(pairs).toString()
  return search ? `${path}?${search}` : path
}

/** Headers that every request carries: the language of the answer's sentences and the post in use. */
export const standingHeaders = (post = getActivePost()): Record<string, string> => {
  return { 'accept-language': getPreferences().locale, ...(post ? { 'x-post': post } : {}) }
}

/** Every answer of the server says when it was written. */
export const noteAnswered = (answer: Response, sentAt: number): void => {
  learnServerTime(Date.parse(answer.headers.get('date') ?? ''), sentAt, Date.now())
  // The stream of what happens is one answer that lasts: it says nothing of the present.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) return
  const played = answer.headers.get('x-played-time')
  // What stands between may answer in the server's place: that nothing is played, only the server's own word says.
  if (played !== null || answer.ok) learnPlayedTime(played)
}

const send = async (route: Route, request: Loose): Promise<unknown> => {
  const headers: Record<string, string> = {
    ...standingHeaders(),
    accept: 'application/json, application/problem+json',
  }
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  if (request.commandId) headers['idempotency-key'] = request.commandId
  if (request.purpose) headers['x-purpose'] = request.purpose
  const body = request.body === undefined ? null : JSON.stringify(request.body)

  const sentAt = Date.now()
  let answer: Response
  try {
    answer = await fetch(urlOf(route, request as never), {
      method: route.method,
      headers,
      body,
      credentials: 'same-origin',
      signal: request.signal ?? null,
    })
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw unreachable(cause)
  }
  noteAnswered(answer, sentAt)
  if (!answer.ok) throw await problemOf(answer)
  if (answer.status === 204) return undefined
  return route.media
    ? await answer.blob()
    : await answer.json().catch((cause: unknown) => Promise.reject(unreachable(cause)))
}

const KEY_FUTURE = 'input.key-future'
/** What stands before the random part of a UUIDv7 when its time is 0. */
const NO_TIME = '00000000-0000'

/**
 * A command id that was made while this device's clock was ahead is refused, and stays with its draft. Nothing was done under
 * it, so the command goes again without the time in its id: the same one for every tab and every try.
 */
const sendInTime = async (route: Route, request: Loose): Promise<unknown> => {
  try {
    return await send(route, request)
  } catch (problem) {
    const { commandId } = request
    if (!(problem instanceof ApiProblem) || problem.code !== KEY_FUTURE || !commandId) throw problem
    return send(route, { ...request, commandId: NO_TIME + commandId.slice(NO_TIME.length) })
  }
}

/** Does it again, once, after the person has signed in again; see session-guard.ts. */
export const throughSession = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt()
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'auth.required') throw problem
    if (!(await askToSignInAgain())) throw problem
    return attempt()
  }
}

/**
 * Calls one operation of the contract.
 * @throws ApiProblem for every refusal, fault and lost connection; what was typed is never touched here.
 */
export const api = <const R extends Route>(route: R, request: ApiRequest<R>): Promise<Answer<R>> =>
  throughSession(() => sendInTime(route, request as Loose) as Promise<Answer<R>>)

/** Key and function of a query for TanStack Query: `useQuery(queryOf(caseRoutes.view, { params: { id } }))`. */
export const queryOf = <const R extends Route>(
  route: R,
  request: Omit<ApiRequest<R>, 'commandId' | 'signal'>,
) => {
  const { params, query, body, purpose } = request as Loose
  return {
    queryKey: [route.id, { params, query, body, purpose, post: getActivePost() }] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<R>> =>
      api(route, { ...request, signal } as unknown as ApiRequest<R>),
  }
}
