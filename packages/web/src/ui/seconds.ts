import { useSyncExternalStore } from 'react'
import { serverNow } from './now.ts'

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, 1_000)
  return () => clearInterval(timer)
}

/** The present by the server's clock, in whole seconds, for countdowns: Unix milliseconds. */
export const useSeconds = (): number =>
  useSyncExternalStore(subscribe, () => Math.floor(serverNow() / 1_000) * 1_000)
