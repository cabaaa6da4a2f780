import { accountRoutes, followRoutes, type Receipt } from '@lianxin/contract'

/** How one request went: when it was to be sent and how long it took from then, on the wall; status 0: no answer. */
export interface Sent {
  readonly at: number
  readonly ms: number
  readonly status: number
}

const PATIENCE_MS = 60_000

/** Somebody at a face, with the cookies of one session. Sends once and tells how it went: nothing is hidden by a second try. */
export class Person {
  readonly #url: string
  readonly #cookie: string

  constructor(url: string, cookie: string) {
    this.#url = url
    this.#cookie = cookie
  }

  static async signIn(url: string, username: string, password: string | undefined): Promise<Person> {
    return new Person(url, await cookiesFrom(url, accountRoutes.signIn.path, { username, password }))
  }

  /** A resident with the number and the follow code of a matter. */
  static async follow(url: string, { number, followCode }: Receipt): Promise<Person> {
    return new Person(url, await cookiesFrom(url, followRoutes.byCode.path, { number, followCode }))
  }

  open(path: string, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie, ...headers }, signal })
  }

  /** @param at when it was to be sent: who had to wait for the answer before waits for this one too */
  async read(path: string, at: number): Promise<Sent> {
    const status = await this.open(path, AbortSignal.timeout(PATIENCE_MS))
      .then(async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      })
      .catch(() => 0)
    return { at, ms: performance.now() - at, status }
  }
}

async function cookiesFrom(url: string, path: string, body: unknown): Promise<string> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}
