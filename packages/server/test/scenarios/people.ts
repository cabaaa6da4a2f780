import type { MoveInput, Receipt, ReportCase } from '@lianxin/contract'
import type { App } from '../../src/app.ts'
import { accountId, type PersonName, pointIn, postId } from './town.ts'

export const PASSWORD = 'correct-horse-battery'

export type Reply<T = Record<string, unknown>> = {
  readonly status: number
  readonly body: T
  readonly text: string
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: string
}
export type Ask = {
  readonly key?: string
  readonly purpose?: string
  readonly language?: string
  readonly headers?: Readonly<Record<string, string>>
}

let caller = 0
/** Every call comes from an address of its own, so that limits by address stay out of the way. */
const address = () => `10.${(++caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`

/** A command id as a client makes it: UUIDv7 of this moment. */
export function commandId(now: number): string {
  const hex = crypto.randomUUID().replaceAll('-', '').slice(12)
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

/** Somebody at the other end of HTTP, as the house sees people: by what their browser sends. */
export class Person {
  readonly #app: App
  readonly #cookie: string
  readonly #post: string | undefined

  constructor(app: App, cookie = '', post?: string) {
    this.#app = app
    this.#cookie = cookie
    this.#post = post
  }

  /** The same session, working by another of its posts. */
  inPost(post: string): Person {
    return new Person(this.#app, this.#cookie, post)
  }

  async send<T>(method: 'GET' | 'POST', url: string, payload: unknown, ask: Ask = {}): Promise<Reply<T>> {
    const raw = typeof payload === 'string' || Buffer.isBuffer(payload)
    const answer = await this.#app.http.inject({
      method,
      url,
      remoteAddress: address(),
      headers: {
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(this.#post ? { 'x-post': this.#post } : {}),
        ...(ask.purpose ? { 'x-purpose': ask.purpose } : {}),
        ...(ask.language ? { 'accept-language': ask.language } : {}),
        ...(method === 'POST'
          ? { 'idempotency-key': ask.key ?? commandId(this.#app.world.clock.now()) }
          : {}),
        ...(payload !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
        ...ask.headers,
      },
      ...(payload === undefined ? {} : { payload: raw ? payload : JSON.stringify(payload) }),
    })
    const type = String(answer.headers['content-type'] ?? '')
    const set = [answer.headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0])
    return {
      status: answer.statusCode,
      body: (type.includes('json') ? JSON.parse(answer.body) : {}) as T,
      text: answer.body,
      type,
      headers: answer.headers,
      cookies: set.join('; '),
    }
  }

  get<T = Record<string, unknown>>(url: string, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('GET', url, undefined, ask)
  }

  post<T = Record<string, unknown>>(url: string, body: unknown, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('POST', url, body, ask)
  }

  report(more: Partial<ReportCase> = {}, ask: Ask = {}): Promise<Reply<Receipt>> {
    return this.post<Receipt>(
      '/api/cases',
      { words: '楼道里的灯坏了', where: { point: pointIn() }, ...more },
      ask,
    )
  }

  move(caseId: string, input: MoveInput, ask: Ask = {}) {
    return this.post<{ version: number; state: string; code?: string }>(
      `/api/cases/${caseId}/moves`,
      input,
      ask,
    )
  }

  followedMove(input: MoveInput, ask: Ask = {}) {
    return this.post<{ version: number; state: string; code?: string }>('/api/follow/case/moves', input, ask)
  }
}

/** Signs in once for each name and keeps the session. The account is made when it is first wanted. */
export function signedIn(app: App): (name: PersonName) => Promise<Person> {
  const known = new Map<PersonName, Promise<Person>>()
  const signIn = async (name: PersonName) => {
    const username = name.toLowerCase()
    await app.signIn.addAccounts([{ id: accountId(name), username }], PASSWORD)
    const { status, cookies } = await new Person(app).post('/api/auth/sign-in/username', {
      username,
      password: PASSWORD,
    })
    if (status !== 200) throw new Error(`${name} could not sign in: ${status}`)
    return new Person(app, cookies, postId(name))
  }
  return (name) => {
    const person = known.get(name) ?? signIn(name)
    known.set(name, person)
    return person
  }
}

/** Somebody who follows a matter with the number and code of its receipt. */
export async function follower(app: App, { number, followCode }: Receipt): Promise<Person> {
  const { status, cookies } = await new Person(app).post('/api/follow', { number, followCode })
  if (status !== 200) throw new Error(`could not follow: ${status}`)
  return new Person(app, cookies)
}
