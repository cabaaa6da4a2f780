import { beforeEach, expect, test, vi } from 'vitest'
import { SharedStorage } from './shared-storage.ts'

vi.stubGlobal('navigator', { language: 'zh-CN' })
vi.stubGlobal('document', { cookie: '' })
const { getActivePost, setActivePost } = await import('./active-post.ts')
const { clearDraft, readDraft, saveDraft } = await import('./drafts.ts')
const { keepCodes } = await import('./kept-codes.ts')
const { freshCommand, keepEntry, readEntries } = await import('./kept-entries.ts')
const { ownDraftId } = await import('./own-draft.ts')
const { queryClient } = await import('./query-client.ts')
const { signedInElsewhere, signIn } = await import('./sign-in.ts')

/** Whoever signs in next: every one of them at the same post, its holder and whoever acts for her. */
let next = ''
const POST = { id: 'grid-1' }
const meOf = (accountId: string) => ({ kind: 'account', accountId, posts: [POST], active: POST, can: [] })
const LIST = ['case.list', {}]

beforeEach(() => {
  for (const storage of ['localStorage', 'sessionStorage']) vi.stubGlobal(storage, new SharedStorage())
  vi.stubGlobal('fetch', async () => Response.json(meOf(next)))
  queryClient.clear()
})

/** Works at the post: has read a list, shows a code, entered another without a network, and wrote half a sentence. */
const work = async (accountId: string) => {
  next = accountId
  await signIn(accountId, 'x')
  setActivePost(POST.id)
  queryClient.setQueryData(LIST, [`what ${accountId} may see`])
  const holder = { accountId, postId: POST.id }
  const call = { caseId: 'c1', number: 'W1' }
  keepCodes({ ...holder, at: Date.now(), full: false, rows: [{ ...call, version: 1, codes: [] }] })
  keepEntry({ ...holder, ...call, arrivalCode: '042517' }, freshCommand())
  saveDraft(ownDraftId(accountId, POST.id, 'move.c1.triage'), { words: `half a sentence of ${accountId}` })
}
const left = () => ({
  list: queryClient.getQueryData(LIST) !== undefined,
  codes: localStorage.getItem('lianxin.codes.2') !== null,
  entries: readEntries().map((entry) => entry.accountId),
  post: getActivePost(),
})

test('the same person goes on with everything, here or at another window', async () => {
  await work('holder')
  const all = { list: true, codes: true, entries: ['holder'], post: 'grid-1' }
  expect((await signIn('holder', 'x')).same).toBe(true)
  expect(left()).toEqual(all)
  expect((await signedInElsewhere())?.same).toBe(true)
  expect(left()).toEqual(all)
})

test('whoever acts at the same post finds nothing of its holder, who finds again what was typed', async () => {
  await work('holder')
  next = 'acting'
  expect((await signedInElsewhere())?.same).toBe(false)
  expect(left()).toEqual({ list: false, codes: false, entries: [], post: null })
  const draftOf = (account: string) => readDraft(ownDraftId(account, POST.id, 'move.c1.triage'))?.value
  expect(draftOf('acting')).toBeUndefined()
  expect(draftOf('holder')).toEqual({ words: 'half a sentence of holder' })
  clearDraft(ownDraftId('holder', POST.id, 'move.c1.triage'))
})
