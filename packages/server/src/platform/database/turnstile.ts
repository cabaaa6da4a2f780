/** Lets one in at a time, in the order of arrival. */
export interface Turnstile {
  /** Resolves when it is this caller's turn; call the result once to leave. */
  readonly enter: () => Promise<() => void>
}

export const turnstile = (): Turnstile => {
  let last: Promise<void> = Promise.resolve()
  return {
    enter: () => {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      return before.then(() => resolve)
    },
  }
}
