import { useSyncExternalStore } from 'react'

/** The newest version of each matter that this tab itself made: a change beyond it was somebody else's. */
const made = new Map<string, number>()
const listeners = new Set<() => void>()

export const noteOwnVersion = (caseId: string, version: number): void => {
  made.set(caseId, Math.max(version, made.get(caseId) ?? 0))
  for (const listener of listeners) listener()
}

export const useOwnVersion = (caseId: string): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => made.get(caseId) ?? 0,
  )
