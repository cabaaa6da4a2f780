import { useMemo, useSyncExternalStore } from 'react'
import { whenWallKnown } from '../ui/server-time.ts'
import { deviceText } from './device-text.ts'
import { fromNow, type Passing, stillKept } from './lifetime.ts'

/** Fields that must be there, each with what `typeof` says of it, or with fields of its own. */
export interface Shape {
  readonly [field: string]: 'string' | 'number' | Shape
}

const fits = (value: unknown, shape: Shape): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(shape).every(([field, wanted]) => {
    const found = (value as Record<string, unknown>)[field]
    return typeof wanted === 'string' ? typeof found === wanted : fits(found, wanted)
  })

/** What of a stored text is ours, a list or one thing by itself; the rest is left out instead of breaking the page. */
export const rowsIn = <T>(text: string | null, shape: Shape): readonly T[] => {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return (Array.isArray(stored) ? stored : [stored]).filter((one) => fits(one, shape))
  } catch {
    return []
  }
}

interface KeptListOptions<T> {
  /** Under what, and in which format, it is stored (device-text.ts). */
  readonly name: string
  readonly format?: number
  /** Of each thing, also of one that an earlier build kept: what was added since may be absent, and its type says so. */
  readonly shape: Shape
  /** Things of one id are the same. */
  readonly id: keyof T
  readonly keptMs: number
  /** So many, the first of them. */
  readonly most?: number
}

/** Things that stay on this device for a time, in one order that every tab shares. */
export const keptList = <T extends Passing>(options: KeptListOptions<T>) => {
  const { name, format, shape, id, keptMs, most } = options
  const store = deviceText(name, format)
  const parse = (text: string | null) => stillKept(rowsIn<T>(text, shape), keptMs)
  const read = (): readonly T[] => parse(store.read())
  const write = (all: readonly T[]): void =>
    store.write(all.length === 0 ? null : JSON.stringify(all.slice(0, most)))
  const without = (which: unknown): readonly T[] => read().filter((one) => one[id] !== which)
  whenWallKnown(() => write(read()))
  return {
    read,
    write,
    /** As the first, and in place of what it is the same as. */
    keep: (one: T): void => write([{ ...one, ...fromNow() }, ...without(one[id])]),
    drop: (which: string): void => write(without(which)),
    /** In every format: for whoever leaves the device to somebody else. */
    forget: store.forget,
    useAll: (): readonly T[] => {
      const text = useSyncExternalStore(store.subscribe, store.read)
      return useMemo(() => parse(text), [text])
    },
  }
}
