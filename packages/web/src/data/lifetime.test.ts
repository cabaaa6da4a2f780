import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SharedStorage } from './shared-storage.ts'

const DAY_MS = 86_400_000
/** What time it really is, whatever the device shows. */
const TRUE = Date.UTC(2026, 10, 29, 9, 0, 0)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', new SharedStorage())
  return () => void vi.useRealTimers()
})

const report = { commandId: 'c', earlier: false, receipt: { number: 'HG-1' } as never }
const entry = { accountId: 'one', postId: 'grid-1', caseId: 'w', number: 'W1', arrivalCode: '042517' }
const meToo = { code: 'M1', item: '路灯', community: '牡丹社区', keptAt: 0 }

/** A page that was opened when the device showed `shown`: it keeps and finds one thing in each of its stores. */
const pageOpenedAt = async (shown: number) => {
  vi.resetModules()
  vi.setSystemTime(shown)
  const { learnServerTime, whenWallKnown } = await import('../ui/server-time.ts')
  const drafts = await import('./drafts.ts')
  const entries = await import('./kept-entries.ts')
  const receipts = await import('../features/report/receipt-store.ts')
  const meToos = await import('../features/echo/me-too-store.ts')
  whenWallKnown(drafts.forgetOldDrafts)
  return {
    /** An answer of the server, written at `truth`. */
    answer: (truth: number) => learnServerTime(truth, Date.now() - 80, Date.now()),
    keep() {
      drafts.saveDraft('report', { words: '路灯坏了' })
      entries.keepEntry(entry, { commandId: 'e' })
      receipts.keepReceipt(report)
      meToos.keepMeToo({ ...meToo, keptAt: Date.now() })
    },
    type: () => drafts.saveDraft('report', { words: '路灯坏了三天' }),
    found: () => ({
      draft: drafts.readDraft('report') !== null,
      entry: entries.readEntries().length > 0,
      receipt: receipts.readReceipts().length > 0,
      meToo: meToos.readMeToos().length > 0,
    }),
  }
}
const ALL = { draft: true, entry: true, receipt: true, meToo: true }
const NONE = { draft: false, entry: false, receipt: false, meToo: false }
/** Raw, as whoever borrows the device could read it. */
const stored = () => Object.keys(localStorage).length

describe('what is kept on a device', () => {
  test('goes when its time is over by the server’s clock, a draft and an entry after a week and a code to follow after ninety days', async () => {
    const page = await pageOpenedAt(TRUE)
    page.answer(TRUE)
    page.keep()
    const later = async (days: number) => {
      const opened = await pageOpenedAt(TRUE + days * DAY_MS)
      opened.answer(TRUE + days * DAY_MS)
      return opened.found()
    }
    expect(await later(6.9)).toEqual(ALL)
    expect(await later(7.1)).toEqual({ ...NONE, receipt: true, meToo: true })
    expect(await later(91)).toEqual(NONE)
    expect(stored()).toBe(0)
  })

  test.each([1, 8, 400])(
    'is not lost when the device’s clock is %i days ahead, before an answer or after it',
    async (ahead) => {
      const page = await pageOpenedAt(TRUE)
      page.answer(TRUE)
      page.keep()
      const wrong = await pageOpenedAt(TRUE + ahead * DAY_MS)
      expect(wrong.found()).toEqual(ALL)
      wrong.answer(TRUE + 60_000)
      expect(wrong.found()).toEqual(ALL)
      const command = wrong.type().commandId
      expect((await pageOpenedAt(TRUE + 120_000)).type().commandId).toBe(command)
    },
  )

  test('is not lost when the clock is set while the page is open, or the device slept for long', async () => {
    const page = await pageOpenedAt(TRUE)
    page.answer(TRUE)
    page.keep()
    vi.setSystemTime(TRUE + 400 * DAY_MS)
    expect(page.found()).toEqual(ALL)
    // Typed before the next answer: nobody knows when that was.
    page.keep()
    page.answer(TRUE + 60_000)
    expect(page.found()).toEqual(ALL)
    page.answer(TRUE + 100 * DAY_MS)
    expect(page.found()).toEqual(NONE)
  })

  test.each([
    ['behind', -2_000],
    ['ahead', 400],
  ])(
    'without a network by a clock that was %s, its time begins with the first answer',
    async (_, wrongDays) => {
      const page = await pageOpenedAt(TRUE + wrongDays * DAY_MS)
      page.keep()
      expect(page.found()).toEqual(ALL)
      page.answer(TRUE)
      expect(page.found()).toEqual(ALL)
      const opened = async (days: number) => {
        const later = await pageOpenedAt(TRUE + days * DAY_MS)
        later.answer(TRUE + days * DAY_MS)
        return later.found()
      }
      expect(await opened(6.9)).toEqual(ALL)
      expect(await opened(91)).toEqual(NONE)
      expect(stored()).toBe(0)
    },
  )

  test('by an earlier build, without the server’s time, has its time from now on', async () => {
    localStorage.setItem(
      'lianxin.draft.report',
      JSON.stringify({ commandId: 'c', value: {}, savedAt: TRUE - 30 * DAY_MS }),
    )
    const page = await pageOpenedAt(TRUE)
    page.answer(TRUE)
    expect(page.found().draft).toBe(true)
    const later = await pageOpenedAt(TRUE + 8 * DAY_MS)
    expect(later.found().draft).toBe(true)
    later.answer(TRUE + 8 * DAY_MS)
    expect([later.found().draft, stored()]).toEqual([false, 0])
  })
})
