import { useSyncExternalStore } from 'react'

const STEP_MS = 30_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const one of listeners) one()
  }, STEP_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present, moving every half minute for all clocks on the screen at once. */
export const useNow = (): number =>
  useSyncExternalStore(subscribe, () => {
    // A clock that nobody watched has stood still; a fresh one stays the same within one drawing of the screen.
    if (timer === undefined && Date.now() - now > STEP_MS) now = Date.now()
    return now
  })
