import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Route } from '@lianxin/contract'

/** What a call brings beside its route. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: unknown
  /** The id of the command; the same for every try. */
  readonly id?: string
}

/** A refusal of the catalogue, or what a server without words says. */
export interface Refused {
  readonly refused: string
  readonly status: number
  readonly detail: string
}

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer

/** How the calls of a play went, apart from their answers. */
export interface Calls {
  sent: number
  /** Tries that got no answer: the server was away. */
  lost: number
  /** Tries that were answered with a fault of the server. */
  failed: number
  /** Tries that were told to wait. */
  slowedDown: number
}

/** The server did not come back in time. */
export class ServerGone extends Error {
  override name = 'ServerGone'
}

const PATIENCE_MS = 180_000
const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 3_000
const SLOW_WAIT_MS = 1_500

/** One person's way to the server: public HTTP with the cookies that it was given, as a browser would. */
export class Caller {
  readonly #url: string
  readonly #calls: Calls
  readonly #stop: AbortSignal
  readonly #cookies = new Map<string, string>()

  constructor(url: string, calls: Calls, stop: AbortSignal) {
    this.#url = url
    this.#calls = calls
    this.#stop = stop
  }

  /**
   * Sends until there is an answer: where none came, after a fault, or when told to wait, the same request goes again under
   * the same id.
   * @throws ServerGone after three minutes
   */
  async call<R extends Route>(route: R, call: Call = {}): Promise<Answer<R> | Refused> {
    const gaveUp = performance.now() + PATIENCE_MS
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      this.#stop.throwIfAborted()
      this.#calls.sent += 1
      const answer = await this.#send(route, call).catch(() => undefined)
      if (answer?.ok) return (await answer.json()) as Answer<R>
      if (answer && answer.status < 500 && answer.status !== 429) return refusalOf(answer)
      if (answer?.status === 429) {
        const refusal = await refusalOf(answer)
        if (refusal.refused !== 'rate.limited') return refusal
        this.#calls.slowedDown += 1
      } else if (answer) this.#calls.failed += 1
      else this.#calls.lost += 1
      if (performance.now() > gaveUp) throw new ServerGone(`${this.#url} has not answered for three minutes.`)
      await pause(answer?.status === 429 ? SLOW_WAIT_MS : wait, undefined, { signal: this.#stop })
    }
  }

  async #send(route: Route, { params = {}, query = {}, body, id }: Call): Promise<Response> {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const asked = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const response = await fetch(`${this.#url}${path}${asked.size > 0 ? `?${asked}` : ''}`, {
      method: route.method,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(id ? { 'idempotency-key': id } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const split = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, split), pair.slice(split + 1))
    }
    return response
  }
}

async function refusalOf(answer: Response): Promise<Refused> {
  const text = await answer.text()
  const problem = parsed(text)
  return {
    refused: problem.code ?? `http-${answer.status}`,
    status: answer.status,
    detail: problem.detail ?? '',
  }
}

function parsed(text: string): { code?: string; detail?: string } {
  try {
    return JSON.parse(text) as { code?: string; detail?: string }
  } catch {
    return {}
  }
}
