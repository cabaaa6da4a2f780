import { clockRoutes } from '@lianxin/contract'
import { isRefused } from './caller.ts'
import type { Player } from './cast.ts'

/** The server did not let the speed be set. */
export class ClockRefused extends Error {
  override name = 'ClockRefused'
}

/** A speed lasts a minute; well before, it is asked for again. */
const ASK_AGAIN_MS = 12_000

/** The server's time as the player sees it: asked for now and then, carried on in between. */
export class PlayClock {
  readonly #admin: Player
  #told = { now: 0, speed: 1, at: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined
  #wanted = 1

  constructor(admin: Player) {
    this.#admin = admin
  }

  /** Unix milliseconds; 0 before the server has told it. */
  readonly now = (): number =>
    this.#told.now && Math.round(this.#told.now + (performance.now() - this.#told.at) * this.#told.speed)

  get speed(): number {
    return this.#told.speed
  }

  /** Sets the speed and keeps it until another is set. */
  async run(speed: number): Promise<void> {
    this.#wanted = speed
    await this.#ask()
    clearTimeout(this.#timer)
    if (speed > 1) this.#keep()
  }

  #keep(): void {
    this.#timer = setTimeout(() => {
      this.#ask().then(
        () => this.#wanted > 1 && this.#keep(),
        () => this.#keep(),
      )
    }, ASK_AGAIN_MS)
  }

  async #ask(): Promise<void> {
    const asked = performance.now()
    const answer = await this.#admin.call(clockRoutes.setSpeed, { body: { speed: this.#wanted } })
    if (isRefused(answer))
      throw new ClockRefused(
        answer.refused === 'not-found'
          ? 'This server is no demonstration: only MODE=demo can be played.'
          : `The clock could not be set: ${answer.refused}.`,
      )
    this.#told = { now: answer.now, speed: answer.speed, at: (asked + performance.now()) / 2 }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
