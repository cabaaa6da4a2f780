import type { Raised } from '@lianxin/contract/case/case-commands'
import { useSyncExternalStore } from 'react'

/** What was sent a moment ago, for today's list to say; gone with the page. */
let note: Raised | null = null
const listeners = new Set<() => void>()

export const noteRaised = (raised: Raised | null): void => {
  note = raised
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useRaisedNote = (): Raised | null => useSyncExternalStore(subscribe, () => note)
