import type { CodesToShow } from '@lianxin/contract/whistle/whistle-views'
import { useSyncExternalStore } from 'react'

/** The arrival codes of one post as they were read last. No words and nobody's name: numbers of matters, units and digits. */
export type KeptCodes = CodesToShow & { readonly postId: string }

const KEY = 'lianxin.codes'
/** Whoever is called comes within days; what the device could not ask about for longer is forgotten. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
const listeners = new Set<() => void>()
/** Where storage is closed, codes live as long as the page. */
let memory: string | null = null

const readText = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return memory
  }
}

const write = (text: string | null): void => {
  memory = text
  try {
    if (text === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, text)
  } catch {
    // Storage is closed or full: the page remembers.
  }
  for (const listener of listeners) listener()
}

/** Keeps what was read in place of what was kept: codes of a whistle that is over go with it. */
export const keepCodes = (kept: KeptCodes): void =>
  write(kept.rows.length === 0 ? null : JSON.stringify(kept))

/** When somebody signs out, or somebody else signs in. */
export const forgetCodes = (): void => {
  if (readText() !== null) write(null)
}

export const parseCodes = (text: string | null, postId: string, now: number): KeptCodes | null => {
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as KeptCodes
    return kept.postId === postId && Array.isArray(kept.rows) && now - kept.at < KEPT_MS ? kept : null
  } catch {
    return null
  }
}

const subscribe = (listener: () => void): (() => void) => {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key === KEY) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

export const useKeptCodes = (postId: string): KeptCodes | null => {
  const text = useSyncExternalStore(subscribe, readText)
  return parseCodes(text, postId, Date.now())
}
