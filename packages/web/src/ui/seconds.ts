import { useSyncExternalStore } from 'react'
import { serverNow } from './now.ts'

const present = () => Math.floor(serverNow() / 1_000) * 1_000

/**
 * Stands still between two ticks: React takes a value that is another one each time it looks for a change without end, and a
 * day that is played a thousand times as fast has a new second every millisecond.
 */
let seconds = present()

/** Exported for its test. */
export const secondsStore = {
  read: (): number => seconds,
  subscribe: (listener: () => void): (() => void) => {
    const tick = () => {
      seconds = present()
      listener()
    }
    const timer = setInterval(tick, 1_000)
    tick()
    return () => clearInterval(timer)
  },
}

/** The present by the server's clock, in whole seconds, for countdowns: Unix milliseconds. */
export const useSeconds = (): number => useSyncExternalStore(secondsStore.subscribe, secondsStore.read)
