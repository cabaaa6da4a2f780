import { beforeEach, expect, test, vi } from 'vitest'
import { clearDraft, draftIds, readDraft, renewDraft, saveDraft } from './drafts.ts'
import { SharedStorage } from './shared-storage.ts'

beforeEach(() => {
  vi.useRealTimers()
  vi.stubGlobal('localStorage', new SharedStorage())
})

test('the words change, the id of the command that will send them does not', () => {
  const first = saveDraft('report', { words: '路灯坏' })
  const second = saveDraft('report', { words: '路灯坏了三天' })
  expect(second.commandId).toBe(first.commandId)
  expect(readDraft('report')?.value).toEqual({ words: '路灯坏了三天' })
})

test('two tabs that open the same draft send the same command', async () => {
  saveDraft('report', { words: '路灯坏了' })
  vi.resetModules()
  const otherTab = await import('./drafts.ts')
  expect(otherTab.readDraft('report')?.commandId).toBe(readDraft('report')?.commandId)
  expect(otherTab.saveDraft('report', { words: '改过' }).commandId).toBe(readDraft('report')?.commandId)
})

test('after success the next draft is another command', () => {
  const sent = saveDraft('report', { words: '一' })
  clearDraft('report')
  expect(readDraft('report')).toBeNull()
  expect(saveDraft('report', { words: '二' }).commandId).not.toBe(sent.commandId)
})

test('a new id for the same words is made only on demand', () => {
  const old = saveDraft('report', { words: '一' })
  renewDraft('report')
  const renewed = readDraft<{ words: string }>('report')
  expect(renewed?.value).toEqual({ words: '一' })
  expect(renewed?.commandId).not.toBe(old.commandId)
})

test('where storage is closed, the draft lives as long as the page', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('SecurityError')
    },
  })
  const draft = saveDraft('closed', { words: '一' })
  expect(readDraft('closed')?.commandId).toBe(draft.commandId)
  clearDraft('closed')
  expect(readDraft('closed')).toBeNull()
})

test('where storage is full, what is typed is there and not what was stored before, until it can be stored', () => {
  const { commandId } = saveDraft('full', { words: '一' })
  const room = localStorage.setItem
  localStorage.setItem = () => {
    throw new Error('QuotaExceededError')
  }
  saveDraft('full', { words: '一二' })
  expect(readDraft('full')).toMatchObject({ commandId, value: { words: '一二' } })
  saveDraft('never stored', { words: '三' })
  expect(draftIds()).toContain('never stored')
  clearDraft('never stored')
  expect(draftIds()).toEqual(['full'])
  localStorage.setItem = room
  saveDraft('full', { words: '一二三' })
  expect(JSON.parse(localStorage.getItem('lianxin.draft.full') ?? '')).toMatchObject({
    commandId,
    value: { words: '一二三' },
  })
})
