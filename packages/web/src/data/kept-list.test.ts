import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SharedStorage } from './shared-storage.ts'

const AT = 1_795_942_800_000
const DAY_MS = 86_400_000

/** Letter for letter what the build before this one stored, its clock two hours ahead. */
const STORED = {
  'lianxin.draft.report': `{"commandId":"01a22688-5a80-7e01-b8d3-6182b31652bb","value":{"words":"路灯坏了三天","photos":[]},"savedAt":${AT},"since":1795935600540}`,
  'lianxin.code-entries.2': `[{"accountId":"one","postId":"grid-1","caseId":"w","number":"W1","arrivalCode":"042517","commandId":"e","sentVersion":4,"at":${AT},"since":1795935600540,"state":"waiting"}]`,
  'lianxin.codes.2': `{"accountId":"one","postId":"grid-1","at":${AT},"full":false,"rows":[{"caseId":"w","number":"W1","version":3,"codes":[{"assignmentId":"a","arrivalCode":"042517","to":{"id":"h","name":"供热服务中心","nameEn":"Heating"}}]}]}`,
  'lianxin.receipts': `[{"commandId":"c","keptAt":${AT},"receipt":{"caseId":"r","number":"HG-261129-0001-K","followCode":"ABCD","ownerName":"牡丹社区","ownerNameEn":"Mudan","dueAt":1,"provisional":false,"place":"牡丹社区","placeEn":"Mudan","gridWorker":null,"sentence":{"zh":"已收到","en":"Received"}},"earlier":false,"since":1795935600540}]`,
  'lianxin.me-too': `[{"code":"M1","item":"路灯","community":"牡丹社区","keptAt":${AT},"since":1795935600540}]`,
}
/** The one before that did not know the server's time. */
const withoutSince = (text: string) => text.replace(/,"since":\d+/, '')

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ now: AT })
  vi.stubGlobal('localStorage', new SharedStorage())
  return () => void vi.useRealTimers()
})

const page = async () => {
  const { learnServerTime, whenWallKnown } = await import('../ui/server-time.ts')
  const drafts = await import('./drafts.ts')
  const entries = await import('./kept-entries.ts')
  const codes = await import('./kept-codes.ts')
  const receipts = await import('../features/report/receipt-store.ts')
  const meToos = await import('../features/echo/me-too-store.ts')
  whenWallKnown(drafts.forgetOldDrafts)
  return {
    answer: (truth: number) => learnServerTime(truth, Date.now() - 80, Date.now()),
    stores: { drafts, entries, receipts, meToos },
    found: () => ({
      'lianxin.draft.report': drafts.readDraft('report'),
      'lianxin.code-entries.2': entries.readEntries(),
      'lianxin.codes.2': codes.parseCodes(localStorage.getItem('lianxin.codes.2')),
      'lianxin.receipts': receipts.readReceipts(),
      'lianxin.me-too': meToos.readMeToos(),
    }),
  }
}
const parsed = (texts: Readonly<Record<string, string>>, written = (text: string) => text) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, JSON.parse(written(text))]))
const stored = () =>
  Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key) ?? '']))

describe('what an earlier build kept', () => {
  test.each([
    ['with', (text: string) => text],
    ['without', withoutSince],
  ])('is there, letter for letter, %s the time from when it counts', async (_, written) => {
    for (const [key, text] of Object.entries(STORED)) localStorage.setItem(key, written(text))
    const before = stored()
    expect((await page()).found()).toEqual(parsed(before))
    expect(stored()).toEqual(before)
  })

  test('goes on under the same keys with nothing lost once the server answers, and then has its time', async () => {
    for (const [key, text] of Object.entries(STORED)) localStorage.setItem(key, withoutSince(text))
    const opened = await page()
    opened.answer(AT)
    expect(Object.keys(stored()).toSorted()).toEqual(Object.keys(STORED).toSorted())
    expect(parsed(stored(), withoutSince)).toEqual(parsed(STORED, withoutSince))
    const [entry] = opened.stores.entries.readEntries()
    expect(Math.abs((entry?.since ?? 0) - AT)).toBeLessThan(1_600)
    vi.setSystemTime(AT + 8 * DAY_MS)
    opened.answer(AT + 8 * DAY_MS)
    expect(Object.keys(stored()).toSorted()).toEqual([
      'lianxin.codes.2',
      'lianxin.me-too',
      'lianxin.receipts',
    ])
  })

  test('is still known to a page of that build, beside what this one keeps', async () => {
    const { stores } = await page()
    stores.drafts.saveDraft('report', { words: '路灯坏了' })
    stores.entries.keepEntry(
      { accountId: 'one', postId: 'grid-1', caseId: 'w', number: 'W1', arrivalCode: '042517' },
      { commandId: 'e' },
    )
    stores.receipts.keepReceipt({ commandId: 'c', receipt: { number: 'HG-1' } as never, earlier: false })
    stores.meToos.keepMeToo({ code: 'M1', item: '路灯', community: '牡丹社区', keptAt: AT })
    const [draft, [entry], [receipt], [meToo]] = [
      'lianxin.draft.report',
      'lianxin.code-entries.2',
      'lianxin.receipts',
      'lianxin.me-too',
    ].map((key) => JSON.parse(localStorage.getItem(key) ?? '[]'))
    // What that build asked of each, lest it leave it out and write over it.
    expect(draft).toMatchObject({ commandId: expect.any(String), savedAt: AT })
    expect(entry).toMatchObject({ commandId: 'e' })
    expect(receipt).toMatchObject({ commandId: 'c', keptAt: AT, receipt: { number: 'HG-1' } })
    expect(meToo).toMatchObject({ code: 'M1', item: '路灯', community: '牡丹社区', keptAt: AT })
  })
})

test('what is not ours is left out, and the others stay', async () => {
  const { rowsIn } = await import('./kept-list.ts')
  const shape = { id: 'string', of: { n: 'number' } } as const
  const ours = { id: 'a', of: { n: 1 }, more: true }
  const others = [null, 7, 'a', [], {}, { id: 'a' }, { id: 1, of: { n: 1 } }, { id: 'a', of: null }]
  expect(rowsIn(JSON.stringify([...others, ours, { id: 'a', of: { n: '1' } }]), shape)).toEqual([ours])
  expect(rowsIn(JSON.stringify(ours), shape)).toEqual([ours])
  for (const text of [null, '', 'not json', 'null', '7', '{}', '[]']) expect(rowsIn(text, shape)).toEqual([])
})

test('a list has the newest first, one thing of each id, and no more than it may', async () => {
  const { keepMeToo, forgetMeToo, readMeToos } = await import('../features/echo/me-too-store.ts')
  const of = (code: string) => ({ code, item: '', community: '', keptAt: AT })
  for (let n = 1; n <= 11; n += 1) keepMeToo(of(`M${n}`))
  keepMeToo(of('M5'))
  const codes = () => readMeToos().map(({ code }) => code)
  expect(codes()).toEqual(['M5', 'M11', 'M10', 'M9', 'M8', 'M7', 'M6', 'M4', 'M3', 'M2'])
  for (const code of codes()) forgetMeToo(code)
  expect(Object.keys(localStorage)).toEqual([])
})
