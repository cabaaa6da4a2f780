import { useSyncExternalStore } from 'react'
import { deviceWrongBy, serverNow, whenTimeMoves } from './server-time.ts'

/**
 * The server's time for React, which stands still between two ticks: React takes a value that is another one each time it looks for
 * a change without end, and a day that is played a thousand times as fast has a new second every millisecond. All who listen share
 * the ticks. Exported for its test.
 */
export const ticking = (everyMs: number, present: () => number = serverNow) => {
  let shown = present()
  const listeners = new Set<() => void>()
  const tick = () => {
    shown = present()
    for (const listener of listeners) listener()
  }
  let end = () => {}
  const begin = () => {
    shown = present()
    const timer = setInterval(tick, everyMs)
    const still = whenTimeMoves(tick)
    end = () => {
      clearInterval(timer)
      still()
    }
  }
  return {
    read: (): number => shown,
    subscribe: (listener: () => void): (() => void) => {
      if (listeners.size === 0) begin()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) end()
      }
    },
  }
}

/** Times are told to the minute, so that half a minute is often enough. */
const slow = ticking(30_000)
/** Exported for its test. */
export const seconds = ticking(1_000, () => Math.floor(serverNow() / 1_000) * 1_000)

/** The present in Unix milliseconds, by the server's clock. */
export const useNow = (): number => useSyncExternalStore(slow.subscribe, slow.read)

/** The same in whole seconds, for countdowns. */
export const useSeconds = (): number => useSyncExternalStore(seconds.subscribe, seconds.read)

/** Minutes that this device is fast (slow when negative); 0 while nobody needs to know. */
export const useDeviceWrongBy = (): number => useSyncExternalStore(whenTimeMoves, deviceWrongBy)
