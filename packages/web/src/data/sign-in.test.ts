import type { Me } from '@lianxin/contract/account/account-routes'
import { beforeEach, expect, test, vi } from 'vitest'
import { SharedStorage } from './shared-storage.ts'

vi.stubGlobal('navigator', { language: 'zh-CN' })
vi.stubGlobal('document', { cookie: '' })
const { getActivePost, setActivePost } = await import('./active-post.ts')
const { clearDraft, draftIds, readDraft, saveDraft } = await import('./drafts.ts')
const { keepCodes } = await import('./kept-codes.ts')
const { freshCommand, keepEntry, readEntries } = await import('./kept-entries.ts')
const { adoptDrafts, ownDraftId } = await import('./own-draft-ids.ts')
const { queryClient } = await import('./query-client.ts')
const { signedInElsewhere, signIn } = await import('./sign-in.ts')

/** Whoever signs in next: every one of them at the same post, its holder and whoever acts for her. */
let next = ''
const POST = { id: 'grid-1', actingUntil: null } as Me['posts'][number]
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

test('a draft of an earlier build goes on once for whoever holds its post, and with the session where it names none', async () => {
  const OLD = [
    'move.grid-1.c1.triage',
    'finding.grid-1.spot',
    'whistle.first',
    'raise.desk',
    'move.grid-9.c1.triage',
  ]
  const ids = () => draftIds().toSorted()
  const lines = () => OLD.map((id) => saveDraft(id, { words: id }).commandId)
  saveDraft('report', { words: 'a resident’s' })
  const [command] = lines()
  adoptDrafts({ accountId: 'holder', posts: meOf('holder').posts }, { goesOn: true })
  const own = ['finding.spot', 'move.c1.triage'].map((name) => ownDraftId('holder', POST.id, name))
  const first = ['raise.desk', 'whistle'].map((name) => ownDraftId('holder', null, name))
  expect(ids()).toEqual([...first, ...own, 'report'].toSorted())
  expect(readDraft(own[1] ?? '')).toMatchObject({ commandId: command, value: { words: OLD[0] } })
  // Somebody else signs in: only what names their own post is theirs, and what they wrote since stays.
  lines()
  next = 'successor'
  saveDraft(ownDraftId(next, POST.id, 'move.c1.triage'), { words: 'newer' })
  await signIn(next, 'x')
  const theirs = ['finding.spot', 'move.c1.triage'].map((name) => ownDraftId(next, POST.id, name))
  expect(ids()).toEqual([...first, ...own, ...theirs, 'report'].toSorted())
  expect(readDraft(theirs[1] ?? '')?.value).toEqual({ words: 'newer' })
})
