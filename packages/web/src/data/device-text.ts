/**
 * One text in this browser's local storage, for every tab. Where storage is closed or full, it lives as long as the page.
 *
 * @param format counts up whenever the shape of what is kept changes. Each format has a place of its own, the first under the
 *   bare name: a page of another build finds nothing that it would misread, and writes over nothing that it cannot read.
 */
export const deviceText = (name: string, format = 1) => {
  const key = format === 1 ? name : `${name}.${format}`
  const isOurs = (other: string) =>
    other === name || (other.startsWith(`${name}.`) && /^\d+$/.test(other.slice(name.length + 1)))
  const listeners = new Set<() => void>()
  /** What could not be written; undefined: storage has it. */
  let unwritten: string | null | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
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
    tell()
  }
  /** In every format, also of builds that came later: for whoever leaves the device to somebody else. */
  const forget = (): void => {
    try {
      for (const other of Object.keys(localStorage)) if (isOurs(other)) localStorage.removeItem(other)
      unwritten = undefined
    } catch {
      unwritten = null
    }
    tell()
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
  return { read, write, forget, subscribe }
}
