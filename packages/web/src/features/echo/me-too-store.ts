import { useSyncExternalStore } from 'react'

/** A code of “me too” kept on this device, so that it is not lost. What it is about in two words, nothing else. */
export interface KeptMeToo {
  readonly code: string
  readonly item: string
  readonly community: string
  /** Unix milliseconds. */
  readonly keptAt: number
}

const KEY = 'lianxin.me-too'
const MOST_KEPT = 10
const KEPT_MS = 90 * 24 * 60 * 60 * 1000
const listeners = new Set<() => void>()
let memory = '[]'

const readText = (): string => {
  try {
    return localStorage.getItem(KEY) ?? memory
  } catch {
    return memory
  }
}

const isKept = (value: unknown): value is KeptMeToo =>
  typeof value === 'object' &&
  value !== null &&
  ['code', 'item', 'community'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') &&
  typeof (value as Record<string, unknown>)['keptAt'] === 'number'

/** Newest first; what is too old or not ours is left out. */
export const parseMeToos = (text: string, now: number): readonly KeptMeToo[] => {
  try {
    const kept: unknown = JSON.parse(text)
    return (Array.isArray(kept) ? kept : []).filter(isKept).filter(({ keptAt }) => now - keptAt < KEPT_MS)
  } catch {
    return []
  }
}

let seenText = ''
let seen: readonly KeptMeToo[] = []
const read = (): readonly KeptMeToo[] => {
  const text = readText()
  if (text !== seenText) {
    seenText = text
    seen = parseMeToos(text, Date.now())
  }
  return seen
}

const write = (kept: readonly KeptMeToo[]): void => {
  memory = JSON.stringify(kept)
  try {
    localStorage.setItem(KEY, memory)
  } catch {
    // Storage is closed or full: the code is on the screen, which asks to write it down.
  }
  for (const listener of listeners) listener()
}

export const keepMeToo = (kept: KeptMeToo): void =>
  write([kept, ...read().filter(({ code }) => code !== kept.code)].slice(0, MOST_KEPT))

export const forgetMeToo = (code: string): void => write(read().filter((one) => one.code !== code))

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

export const useKeptMeToos = (): readonly KeptMeToo[] => useSyncExternalStore(subscribe, read)
