import type { Receipt } from '@lianxin/contract'
import { beforeEach, expect, it, vi } from 'vitest'
import { SharedStorage } from '../../data/shared-storage.ts'

const HOUR_MS = 60 * 60 * 1000
const TRUE = Date.UTC(2026, 10, 23, 4, 0, 0)
const receipt = { number: 'HG-261123-0042-K' } as Receipt

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', new SharedStorage())
  return () => void vi.useRealTimers()
})

/** A page that is opened when the device shows `shown`; the server answers it at `truth`. */
const pageOpened = async (shown: number, truth?: number) => {
  vi.resetModules()
  vi.setSystemTime(shown)
  const store = await import('./receipt-store.ts')
  const { learnPlayedTime, learnServerTime } = await import('../../ui/server-time.ts')
  if (truth !== undefined) learnServerTime(truth, shown - 80, shown)
  return { ...store, learnPlayedTime, givenAt: () => store.readReceipts().map(store.givenAtOf) }
}
type OpenedPage = Awaited<ReturnType<typeof pageOpened>>
const keep = (page: OpenedPage, commandId: string) => page.keepReceipt({ commandId, receipt, earlier: false })
const hoursOff = ([at = Number.NaN]: readonly number[]) => Math.round((at - TRUE) / HOUR_MS)

it('the newest come first, one for each command and five at most', async () => {
  const page = await pageOpened(TRUE)
  for (const commandId of ['a', 'b', 'c', 'd', 'a', 'e', 'f']) keep(page, commandId)
  expect(page.readReceipts().map((one) => one.commandId)).toEqual(['f', 'e', 'a', 'd', 'c'])
  page.forgetReceipts()
  expect(Object.keys(localStorage)).toEqual([])
})

it('what is not ours is left out instead of breaking the page', async () => {
  const page = await pageOpened(TRUE)
  const ours = { commandId: 'ours', keptAt: TRUE, receipt, earlier: false }
  const read = (stored: unknown) => {
    localStorage.setItem('lianxin.receipts', typeof stored === 'string' ? stored : JSON.stringify(stored))
    return page.readReceipts().map((one) => one.commandId)
  }
  expect(read([null, 7, { receipt: {} }, { ...ours, receipt: null }, ours])).toEqual(['ours'])
  for (const other of [{ a: 1 }, 'not json', 'null', '7']) expect(read(other)).toEqual([])
})

it('a telephone that is two hours fast tells the server’s time, also without a network and after its clock was set right', async () => {
  const fast = await pageOpened(TRUE + 2 * HOUR_MS, TRUE)
  keep(fast, 'a')
  // A page of the build before goes by this, and puts it right itself.
  expect(fast.readReceipts()).toMatchObject([{ keptAt: TRUE + 2 * HOUR_MS }])
  const offline = await pageOpened(TRUE + 3 * HOUR_MS)
  expect(hoursOff(offline.givenAt())).toBe(0)
  const setRight = await pageOpened(TRUE + 4 * HOUR_MS, TRUE + 4 * HOUR_MS)
  expect(hoursOff(setRight.givenAt())).toBe(0)
})

it('a receipt of a day that is played keeps its time when more of the day was played', async () => {
  const page = await pageOpened(TRUE, TRUE)
  page.learnPlayedTime(`${HOUR_MS} 1`)
  keep(page, 'a')
  page.learnPlayedTime(`${9 * HOUR_MS} 1`)
  expect(hoursOff(page.givenAt())).toBe(1)
})

it('what was kept while nobody knew the server’s time, or by an earlier build, is told by the device’s clock as it is known now', async () => {
  keep(await pageOpened(TRUE + 2 * HOUR_MS), 'a')
  const page = await pageOpened(TRUE + 3 * HOUR_MS, TRUE + HOUR_MS)
  expect(hoursOff(page.givenAt())).toBe(0)
})

it('a receipt names the place in the language of the screen, and an old one as it was kept', async () => {
  const { placeOf } = await pageOpened(TRUE)
  const full = { ...receipt, place: '牡丹社区', placeEn: 'Mudan Community' }
  expect([placeOf(full, 'zh-CN'), placeOf(full, 'en')]).toEqual(['牡丹社区', 'Mudan Community'])
  expect(placeOf({ ...receipt, place: '牡丹社区' } as Receipt, 'en')).toBe('牡丹社区')
})
