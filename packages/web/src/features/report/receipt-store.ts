import type { Receipt } from '@lianxin/contract/case/case-commands'
import { useMemo, useSyncExternalStore } from 'react'
import { deviceText } from '../../data/device-text.ts'
import { fromNow, type Passing, stillKept } from '../../data/lifetime.ts'
import { whenWallKnown } from '../../ui/now.ts'
import type { Locale } from '../../ui/preferences.ts'

/** A receipt kept on this device, so that the follow code is not lost with a scrap of paper. No words of the matter. */
export interface KeptReceipt extends Passing {
  readonly commandId: string
  readonly receipt: Receipt
  /** Unix milliseconds, by this device's clock. */
  readonly keptAt: number
  /** The case holds an earlier version of the words (send-report.ts). */
  readonly earlier: boolean
}

/** Receipts that were kept before places had English names have none. */
export const placeOf = ({ place, placeEn }: Receipt, locale: Locale): string =>
  locale === 'en' ? (placeEn ?? place) : place

const MOST_KEPT = 5
/** As long as a matter usually runs, verdict and reopening included; then the device forgets. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000
/** Where nothing can be kept, the receipt is on the screen, which asks to write it down. */
const store = deviceText('lianxin.receipts')

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
export const parseReceipts = (text: string | null): readonly KeptReceipt[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return stillKept((Array.isArray(kept) ? kept : []).filter(isKept), KEPT_MS)
  } catch {
    return []
  }
}

const write = (kept: readonly KeptReceipt[]): void =>
  store.write(kept.length === 0 ? null : JSON.stringify(kept))
whenWallKnown(() => write(parseReceipts(store.read())))

export const keepReceipt = (kept: KeptReceipt): void => {
  const others = parseReceipts(store.read()).filter(({ commandId }) => commandId !== kept.commandId)
  write([{ ...kept, ...fromNow() }, ...others].slice(0, MOST_KEPT))
}

/** For a borrowed phone or a shared computer. */
export const forgetReceipts = store.forget

/** The receipts on this device, newest first. */
export const useReceipts = (): readonly KeptReceipt[] => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  return useMemo(() => parseReceipts(text), [text])
}
