/**
 * One text in this browser's local storage, for every tab. Where storage is closed or full, it lives as long as the page.
 */
export const deviceText = (key: string) => {
  const listeners = new Set<() => void>()
  /** What could not be written; undefined: storage has it. */
  let unwritten: string | null | undefined
  const read = (): string | null => {
    if (unwritten !== undefined) return unwritten
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const write = (text: string | null): void => {
    try {
      if (text === null) localStorage.removeItem(key)
      else localStorage.setItem(key, text)
      unwritten = undefined
    } catch {
      unwritten = text
    }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === null || event.key === key) listener()
    }
    listeners.add(listener)
    window.addEventListener('storage', onStorage)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', onStorage)
    }
  }
  return { read, write, subscribe }
}
