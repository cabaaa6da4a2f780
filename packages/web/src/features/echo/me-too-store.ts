import { useMemo, useSyncExternalStore } from 'react'
import { deviceText } from '../../data/device-text.ts'
import { fromNow, type Passing, stillKept } from '../../data/lifetime.ts'
import { whenWallKnown } from '../../ui/now.ts'

/** A code of “me too” kept on this device, so that it is not lost. What it is about in two words, nothing else. */
export interface KeptMeToo extends Passing {
  readonly code: string
  readonly item: string
  readonly community: string
  /** Unix milliseconds, by this device's clock. */
  readonly keptAt: number
}

const MOST_KEPT = 10
const KEPT_MS = 90 * 24 * 60 * 60 * 1000
/** Where nothing can be kept, the code is on the screen, which asks to write it down. */
const store = deviceText('lianxin.me-too')

const isKept = (value: unknown): value is KeptMeToo =>
  typeof value === 'object' &&
  value !== null &&
  ['code', 'item', 'community'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') &&
  typeof (value as Record<string, unknown>)['keptAt'] === 'number'

/** Newest first; what is too old or not ours is left out. */
const parse = (text: string | null): readonly KeptMeToo[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return stillKept((Array.isArray(kept) ? kept : []).filter(isKept), KEPT_MS)
  } catch {
    return []
  }
}

export const readMeToos = (): readonly KeptMeToo[] => parse(store.read())
const write = (kept: readonly KeptMeToo[]): void =>
  store.write(kept.length === 0 ? null : JSON.stringify(kept))
whenWallKnown(() => write(readMeToos()))

export const keepMeToo = (kept: KeptMeToo): void =>
  write(
    [{ ...kept, ...fromNow() }, ...readMeToos().filter(({ code }) => code !== kept.code)].slice(0, MOST_KEPT),
  )

export const forgetMeToo = (code: string): void => write(readMeToos().filter((one) => one.code !== code))

export const useKeptMeToos = (): readonly KeptMeToo[] => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  return useMemo(() => parse(text), [text])
}
