import { beforeEach, expect, test, vi } from 'vitest'
import { learnServerTime } from '../ui/server-time.ts'
import { getActivePost, setActivePost } from './active-post.ts'
import { forgetCodes, type KeptCodes, keepCodes, parseCodes, resumePost } from './kept-codes.ts'
import { SharedStorage } from './shared-storage.ts'

const KEY = 'lianxin.codes.2'
const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-28T09:00:00+08:00')
const UNIT = { id: 'heating', name: '供热服务中心', nameEn: 'Heating' }
const kept: KeptCodes = {
  ...{ accountId: 'one', postId: 'grid-1', at: NOW, full: false },
  rows: [
    {
      caseId: 'c1',
      number: 'W1',
      version: 3,
      codes: [{ assignmentId: 'a1', arrivalCode: '042517', to: UNIT }],
    },
  ],
}
const stored = () => localStorage.getItem(KEY)

beforeEach(() => {
  vi.stubGlobal('localStorage', new SharedStorage())
})

test('codes are there as they were read', () => {
  keepCodes(kept)
  expect(parseCodes(stored(), NOW)).toEqual(kept)
})

test('what is read takes the place of what was kept, and where nobody is waited for nothing is left', () => {
  keepCodes(kept)
  keepCodes({ ...kept, rows: [] })
  expect(stored()).toBeNull()
})

test('whoever signs out takes them along, and a telephone that lay in a drawer has forgotten them', () => {
  keepCodes(kept)
  expect(parseCodes(stored(), NOW + 8 * DAY_MS)).toBeNull()
  forgetCodes()
  expect(stored()).toBeNull()
})

test('a device whose clock is a month ahead finds its codes again with the first answer: they were hidden, not lost', async () => {
  vi.useFakeTimers({ now: NOW + 30 * DAY_MS })
  vi.stubGlobal('sessionStorage', new SharedStorage())
  vi.stubGlobal('document', {})
  keepCodes(kept)
  resumePost()
  expect([getActivePost(), stored() !== null]).toEqual([null, true])
  learnServerTime(NOW, Date.now() - 80, Date.now())
  resumePost()
  expect(getActivePost()).toBe('grid-1')
  // In a pocket, with no network since: only one of its clocks went on, and how far it is wrong is known all the same.
  setActivePost(null)
  vi.setSystemTime(Date.now() + DAY_MS / 8)
  resumePost()
  expect(getActivePost()).toBe('grid-1')
  vi.useRealTimers()
})

test('what is not ours is nothing', () => {
  for (const text of [null, 'not json', '{"accountId":"a","postId":"b"}', '{"rows":[]}'])
    expect(parseCodes(text, NOW)).toBeNull()
})

test('where storage is closed, they live as long as the page', () => {
  vi.stubGlobal('localStorage', undefined)
  keepCodes(kept)
  forgetCodes()
})
