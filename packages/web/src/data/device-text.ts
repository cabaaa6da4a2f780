/**
 * One text in this browser's local storage, for every tab. Where storage is closed or full, it lives as long as the page.
 */
export const deviceText = (key: string) => {
  const listeners = new Set<() => void>()
  let memory: string | null = null
  const read = (): string | null => {
    try {
      return localStorage.getItem(key)
    } catch {
      return memory
    }
  }
  const write = (text: string | null): void => {
    memory = text
    try {
      if (text === null) localStorage.removeItem(key)
      else localStorage.setItem(key, text)
    } catch {
      // The page remembers.
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
