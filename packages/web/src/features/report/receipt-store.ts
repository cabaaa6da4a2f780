import type { Receipt } from '@lianxin/contract/case/case-commands'
import { keptList } from '../../data/kept-list.ts'
import type { Passing } from '../../data/lifetime.ts'
import type { Locale } from '../../ui/preferences.ts'
import { serverNow, serverTimeAt, wallNow } from '../../ui/server-time.ts'

/** A receipt kept on this device, so that the follow code is not lost with a scrap of paper. No words of the matter. */
export interface KeptReceipt extends Passing {
  readonly commandId: string
  readonly receipt: Receipt
  /** Unix milliseconds, by this device's clock. */
  readonly keptAt: number
  /** The same by the server's clock; absent: nobody knew that clock, or an earlier build kept it. */
  readonly givenAt?: number
  /** The case holds an earlier version of the words (send-report.ts). */
  readonly earlier: boolean
}

/** Receipts that were kept before places had English names have none. */
export const placeOf = ({ place, placeEn }: Receipt, locale: Locale): string =>
  locale === 'en' ? (placeEn ?? place) : place

/** When it was kept, in Unix milliseconds by the server's clock, as far as that can be known. */
export const givenAtOf = ({ givenAt, keptAt }: Pick<KeptReceipt, 'givenAt' | 'keptAt'>): number =>
  givenAt ?? serverTimeAt(keptAt)

/** Newest first. Where nothing can be kept, the receipt is on the screen, which asks to write it down. */
const list = keptList<KeptReceipt>({
  name: 'lianxin.receipts',
  shape: { commandId: 'string', keptAt: 'number', receipt: { number: 'string' } },
  id: 'commandId',
  // As long as a matter usually runs, verdict and reopening included; then the device forgets.
  keptMs: 90 * 24 * 60 * 60 * 1000,
  most: 5,
})

export const readReceipts = list.read

export const keepReceipt = (given: Pick<KeptReceipt, 'commandId' | 'receipt' | 'earlier'>): void =>
  list.keep({
    ...given,
    keptAt: Date.now(),
    ...(wallNow() !== undefined && { givenAt: serverNow() }),
  })

/** For a borrowed phone or a shared computer. */
export const forgetReceipts = list.forget
export const useReceipts = list.useAll
