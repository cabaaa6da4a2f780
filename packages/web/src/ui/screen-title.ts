import { useEffect, useSyncExternalStore } from 'react'

let title: string | null = null
const listeners = new Set<() => void>()

const set = (next: string | null) => {
  title = next
  for (const listener of listeners) listener()
}

/** A screen about one thing names it: the document's title then begins with these words instead of the route's. */
export const useScreenTitle = (words: string | undefined): void => {
  useEffect(() => {
    if (!words) return
    set(words)
    return () => set(null)
  }, [words])
}

export const useGivenTitle = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => title,
  )
