import { useMemo, useSyncExternalStore } from 'react'
import { deviceText } from '../../data/device-text.ts'

/** A code of “me too” kept on this device, so that it is not lost. What it is about in two words, nothing else. */
export interface KeptMeToo {
  readonly code: string
  readonly item: string
  readonly community: string
  /** Unix milliseconds. */
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
export const parseMeToos = (text: string | null, now: number): readonly KeptMeToo[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return (Array.isArray(kept) ? kept : []).filter(isKept).filter(({ keptAt }) => now - keptAt < KEPT_MS)
  } catch {
    return []
  }
}

const read = (): readonly KeptMeToo[] => parseMeToos(store.read(), Date.now())
const write = (kept: readonly KeptMeToo[]): void =>
  store.write(kept.length === 0 ? null : JSON.stringify(kept))

export const keepMeToo = (kept: KeptMeToo): void =>
  write([kept, ...read().filter(({ code }) => code !== kept.code)].slice(0, MOST_KEPT))

export const forgetMeToo = (code: string): void => write(read().filter((one) => one.code !== code))

export const useKeptMeToos = (): readonly KeptMeToo[] => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  return useMemo(() => parseMeToos(text, Date.now()), [text])
}
