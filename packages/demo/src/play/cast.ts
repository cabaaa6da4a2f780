import type { Answer, Route } from '@lianxin/contract'
import { accountRoutes } from '@lianxin/contract'
import type { DemoDistrict } from '../demo-district.ts'
import type { PostRole } from '../posts.ts'
import { type Call, Caller, type Calls, isRefused, type Refused } from './caller.ts'

/** The password of an account of the demonstration; undefined: there is none by this name. */
export type PasswordOf = (username: string) => string | undefined

/** Somebody of the staff at work. Signs in when first needed, and again when the session has ended. */
export interface Player {
  readonly username: string
  call<R extends Route>(route: R, call?: Call): Promise<Answer<R> | Refused>
}

/** A sign-in was refused: nothing can be played without it. */
export class CannotSignIn extends Error {
  override name = 'CannotSignIn'
}

/** Finds who holds which post in the demonstration district. */
export class Cast {
  readonly #byUnit = new Map<string, string[]>()
  readonly #byPlace = new Map<string, string>()
  readonly #players = new Map<string, Player>()
  readonly #open: (username: string) => Player

  constructor(demo: DemoDistrict, url: string, passwordOf: PasswordOf, calls: Calls, stop: AbortSignal) {
    const usernames = new Map(
      [...demo.accounts, ...demo.cast].flatMap(({ username, postIds: [first] }) =>
        first === undefined ? [] : [[first, username] as const],
      ),
    )
    for (const post of demo.posts) {
      const username = usernames.get(post.id)
      if (username === undefined) continue
      const key = `${post.unitId}/${post.role}`
      this.#byUnit.set(key, [...(this.#byUnit.get(key) ?? []), username])
      if (post.role === 'gridWorker') this.#byPlace.set(post.placeCode, username)
    }
    this.#open = (username) => playerOf(username, new Caller(url, calls, stop), passwordOf)
  }

  /** One of those who hold this post in a unit; the same one for the same draw in [0, 1). */
  inUnit(unitId: string, role: PostRole, draw: number): Player | undefined {
    const names = this.#byUnit.get(`${unitId}/${role}`) ?? []
    const name = names[Math.floor(draw * names.length)]
    return name === undefined ? undefined : this.named(name)
  }

  gridWorkerOf(gridCode: string): Player | undefined {
    const name = this.#byPlace.get(gridCode)
    return name === undefined ? undefined : this.named(name)
  }

  named(username: string): Player {
    const known = this.#players.get(username) ?? this.#open(username)
    this.#players.set(username, known)
    return known
  }
}

function playerOf(username: string, caller: Caller, passwordOf: PasswordOf): Player {
  let signedIn: Promise<void> | undefined
  const signIn = async () => {
    const password = passwordOf(username)
    if (password === undefined) throw new CannotSignIn(`There is no password for ${username}.`)
    const answer = await caller.call(accountRoutes.signIn, { body: { username, password } })
    if (isRefused(answer))
      throw new CannotSignIn(
        `${username} could not sign in (${answer.refused}): are these the accounts of this server?`,
      )
  }
  return {
    username,
    async call(route, call) {
      signedIn ??= signIn()
      await signedIn
      const answer = await caller.call(route, call)
      if (!isRefused(answer) || answer.refused !== 'auth.required') return answer
      signedIn = signIn()
      await signedIn
      return caller.call(route, call)
    },
  }
}
