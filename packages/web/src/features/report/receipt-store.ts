import type { Receipt } from '@lianxin/contract/case/case-commands'
import { useSyncExternalStore } from 'react'
import type { Locale } from '../../ui/preferences.ts'

/** A receipt kept on this device, so that the follow code is not lost with a scrap of paper. No words of the matter. */
export interface KeptReceipt {
  readonly commandId: string
  readonly receipt: Receipt
  /** Unix milliseconds. */
  readonly keptAt: number
  /** The case holds an earlier version of the words (send-report.ts). */
  readonly earlier: boolean
}

/** Receipts that were kept before places had English names have none. */
export const placeOf = ({ place, placeEn }: Receipt, locale: Locale): string =>
  locale === 'en' ? (placeEn ?? place) : place

const KEY = 'lianxin.receipts'
const MOST_KEPT = 5
/** As long as a matter usually runs, verdict and reopening included; then the device forgets. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000
const listeners = new Set<() => void>()
/** Where storage is closed, receipts live as long as the page. */
let memory = '[]'

const readText = (): string => {
  try {
    return localStorage.getItem(KEY) ?? memory
  } catch {
    return memory
  }
}

const isKept = (value: unknown): value is KeptReceipt =>
  typeof value === 'object' &&
  value !== null &&
  'commandId' in value &&
  'keptAt' in value &&
  typeof value.keptAt === 'number' &&
  'receipt' in value &&
  typeof value.receipt === 'object' &&
  value.receipt !== null &&
  'number' in value.receipt &&
  typeof value.receipt.number === 'string'

/** Newest first; what is too old or not ours is left out. */
export const parseReceipts = (text: string, now: number): readonly KeptReceipt[] => {
  try {
    const kept: unknown = JSON.parse(text)
    return (Array.isArray(kept) ? kept : []).filter(isKept).filter(({ keptAt }) => now - keptAt < KEPT_MS)
  } catch {
    return []
  }
}

let seenText = ''
let seen: readonly KeptReceipt[] = []
/** The receipts on this device, newest first. Same array until something changes. */
export const readReceipts = (): readonly KeptReceipt[] => {
  const text = readText()
  if (text !== seenText) {
    seenText = text
    seen = parseReceipts(text, Date.now())
  }
  return seen
}

const write = (kept: readonly KeptReceipt[]): void => {
  memory = JSON.stringify(kept)
  try {
    if (kept.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, memory)
  } catch {
    // Storage is closed or full: the receipt is on the screen, which asks to write it down.
  }
  for (const listener of listeners) listener()
}

export const keepReceipt = (kept: KeptReceipt): void =>
  write([kept, ...readReceipts().filter(({ commandId }) => commandId !== kept.commandId)].slice(0, MOST_KEPT))

/** For a borrowed phone or a shared computer. */
export const forgetReceipts = (): void => {
  memory = '[]'
  write([])
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

export const useReceipts = (): readonly KeptReceipt[] => useSyncExternalStore(subscribe, readReceipts)
