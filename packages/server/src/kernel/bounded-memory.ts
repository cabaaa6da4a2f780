/** Keeps what was used last, up to a total weight; what was not used for longest is forgotten first. */
export interface BoundedMemory<V> {
  get(key: string): V | undefined
  keep(key: string, value: V, weight: number): void
  forget(key: string): void
}

export function boundedMemory<V>(mostWeight: number): BoundedMemory<V> {
  // A Map is walked in the order in which its keys came.
  const kept = new Map<string, { readonly value: V; readonly weight: number }>()
  let total = 0
  const forget = (key: string) => {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    keep(key, value, weight) {
      forget(key)
      kept.set(key, { value, weight })
      total += weight
      for (const oldest of kept.keys()) {
        if (total <= mostWeight) return
        forget(oldest)
      }
    },
    forget,
  }
}
