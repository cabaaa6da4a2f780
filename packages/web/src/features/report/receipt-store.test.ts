import type { Receipt } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { parseReceipts, placeOf } from './receipt-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 23)
const kept = (commandId: string, daysAgo: number) => ({
  commandId,
  keptAt: now - daysAgo * DAY_MS,
  earlier: false,
  receipt: { number: 'HG-261123-0042-K' },
})

it('receipts are read back in the order in which they were kept', () => {
  const stored = JSON.stringify([kept('new', 1), kept('old', 89)])
  expect(parseReceipts(stored).map((one) => one.commandId)).toEqual(['new', 'old'])
})

it('what is not ours is left out instead of breaking the page', () => {
  const stored = JSON.stringify([
    null,
    7,
    { receipt: {} },
    { ...kept('x', 1), receipt: null },
    kept('ours', 1),
  ])
  expect(parseReceipts(stored).map((one) => one.commandId)).toEqual(['ours'])
  expect(parseReceipts('{"a":1}')).toEqual([])
  expect(parseReceipts('not json')).toEqual([])
})

it('a receipt names the place in the language of the screen, and an old one as it was kept', () => {
  const { receipt } = kept('new', 1)
  const full = { ...receipt, place: '牡丹社区', placeEn: 'Mudan Community' } as Receipt
  expect([placeOf(full, 'zh-CN'), placeOf(full, 'en')]).toEqual(['牡丹社区', 'Mudan Community'])
  expect(placeOf({ ...receipt, place: '牡丹社区' } as Receipt, 'en')).toBe('牡丹社区')
})
