import {
  type CaseView,
  DAY_MS,
  type EvaluationBoard,
  type FollowView,
  HOUR_MS,
  type Receipt,
} from '@lianxin/contract'
import { expect, test } from 'vitest'
import { messagesAbout } from './joined-matters.ts'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

/** A matter that the housing department answered, and those that had been joined with it before. */
export type Answered = { readonly lead: Receipt; readonly joined: readonly Receipt[] }

const LEAD = { units: [{ unitId: unitId('housing'), role: 'lead' }] }

const ownPage = async ({ follow }: Town, own: Receipt) =>
  (await (await follow(own)).get<FollowView>('/api/follow/case')).body
const offered = async (town: Town, own: Receipt) => (await ownPage(town, own)).moves.map(({ move }) => move)
const says = async ({ follow, versionOf }: Town, own: Receipt, move: string, more: object = {}) =>
  (await (await follow(own)).followedMove({ move, expectedVersion: await versionOf(own.caseId), ...more }))
    .body

/** Raised by one each, joined by the community, handled by the department. */
async function joinedAtHousing({ report, step }: Town, contacts: readonly object[]): Promise<Answered> {
  const lead = await report()
  const joined: Receipt[] = []
  for (const more of contacts) joined.push(await report(more))
  await step('secretary1', lead.caseId, 'triage', { itemCode: 'lamp' })
  for (const { caseId } of joined) await step('secretary1', caseId, 'merge', { otherId: lead.caseId })
  await step('dispatcher', lead.caseId, 'dispatch', LEAD)
  await step('housing1', lead.caseId, 'sign')
  return { lead, joined }
}

async function answer({ step, caughtUp }: Town, { caseId }: Receipt): Promise<void> {
  await step('housing1', caseId, 'feedback', { words: '灯亮了' })
  await step('dutyOfficer', caseId, 'pass')
  await caughtUp() // Whoever says something before being asked is not asked.
}

/** What somebody raised goes on by itself, and the department answers it too. */
async function answeredAlone(town: Town, own: Receipt): Promise<void> {
  await town.step('dispatcher', own.caseId, 'dispatch', LEAD)
  await town.step('housing1', own.caseId, 'sign')
  await answer(town, own)
}

/** Of four whose matters were joined one says nothing, and one judges a second time, the own answer; told for evaluation. */
export async function judgedByAll(town: Town): Promise<Answered> {
  const answered = await joinedAtHousing(town, [{}, {}, {}, {}])
  const [one, two, three] = answered.joined
  if (!one || !two || !three) throw new Error('four were joined')
  await answer(town, answered.lead)
  await says(town, one, 'judgeJoined', { solved: true, satisfaction: 5 })
  await says(town, two, 'judgeJoined', { solved: false, satisfaction: 1 })
  await says(town, answered.lead, 'judge', { solved: true, satisfaction: 4 })
  await says(town, three, 'judgeJoined', { solved: true, satisfaction: 2 })
  await says(town, three, 'reopen', { words: '又不亮了' })
  await answeredAlone(town, two)
  await says(town, two, 'judge', { solved: true, satisfaction: 5 })
  return answered
}

/** Told in the town in which the rest of coordination is told. */
export function joinedVerdicts(town: () => Town): void {
  test('everybody whose matter was joined judges the answer alone: no verdict replaces, awaits or undoes another', async () => {
    const phone = '13900000012'
    const { lead, joined } = await joinedAtHousing(town(), [{}, { contact: { phone } }])
    const [content, unhappy] = joined
    if (!content || !unhappy) throw new Error('two were joined')
    expect(await offered(town(), content)).toEqual([])
    const yes = { solved: true, satisfaction: 5 }
    expect(await says(town(), content, 'judgeJoined', yes)).toMatchObject({ code: 'case.not-answered' })
    expect(await says(town(), content, 'reopen', { words: '还没好' })).toMatchObject({
      code: 'case.not-answered',
    })
    await answer(town(), lead)
    expect(await offered(town(), content)).toEqual(['reopen', 'judgeJoined'])
    expect((await ownPage(town(), content)).joined).toMatchObject({
      sentence: { zh: expect.stringContaining('请您说说') },
    })
    expect(await says(town(), content, 'judgeJoined', yes)).toMatchObject({ state: 'merged' })
    expect(await says(town(), content, 'judgeJoined', yes)).toMatchObject({ code: 'case.judged-already' })
    // Nobody of the staff says it for them.
    const desk = await town().as('secretary1')
    const expectedVersion = await town().versionOf(unhappy.caseId)
    expect(
      (await desk.move(unhappy.caseId, { move: 'judgeJoined', solved: true, expectedVersion })).status,
    ).toBe(403)
    expect(await says(town(), lead, 'judge', { solved: true, satisfaction: 4 })).toMatchObject({
      state: 'closed',
    })
    const no = { solved: false, satisfaction: 1, words: '三楼那盏还是不亮' }
    expect(await says(town(), unhappy, 'judgeJoined', no)).toMatchObject({ state: 'reopened' })

    const seen = (await desk.get<CaseView>(`/api/cases/${lead.caseId}`)).body
    expect(seen).toMatchObject({ state: 'closed', verdict: { solved: true, satisfaction: 4 } })
    const verdicts = seen.links.map(({ id, state, verdict }) => ({ id, state, verdict }))
    expect(verdicts).toHaveLength(2)
    expect(verdicts).toEqual(
      expect.arrayContaining([
        { id: content.caseId, state: 'merged', verdict: { solved: true, satisfaction: 5 } },
        { id: unhappy.caseId, state: 'reopened', verdict: { solved: false, satisfaction: 1 } },
      ]),
    )
    // It goes on by itself; the words are for whoever handles it, and for nobody on another page.
    expect(await ownPage(town(), unhappy)).toMatchObject({
      ...{ tone: 'open', joined: null, reopenedCount: 1, item: { code: 'lamp' } },
    })
    expect((await desk.get<CaseView>(`/api/cases/${unhappy.caseId}`)).text).toContain('三楼那盏')
    for (const other of [lead, content])
      expect((await (await town().follow(other)).get('/api/follow/case')).text).not.toContain('三楼那盏')
    await town().caughtUp()
    expect(await messagesAbout(town(), unhappy.number)).toContainEqual(
      expect.stringContaining('请您说说：解决了吗？'),
    )
    await reopenedFreely(town(), { lead, joined: [content, unhappy] })
  })

  test('whoever withdraws speaks for nobody else: a joined matter is reopened by whoever raised it', async () => {
    const { lead, joined } = await joinedAtHousing(town(), [{}])
    const [own] = joined
    if (!own) throw new Error('one was joined')
    await says(town(), lead, 'withdraw')
    expect(await offered(town(), own)).toEqual(['reopen'])
    const yes = { solved: true, satisfaction: 5 }
    expect(await says(town(), own, 'judgeJoined', yes)).toMatchObject({ code: 'case.no-answer' })
    const before = await chargedWith(town(), own)
    expect(await says(town(), own, 'reopen', { words: '我家门口还是黑的' })).toMatchObject({
      state: 'reopened',
    })
    expect(await chargedWith(town(), own)).toEqual(before)
    // The first answer that it ever got is the first that came back: once is not twice.
    await answeredAlone(town(), own)
    expect(await says(town(), own, 'judge', { solved: false })).toMatchObject({ state: 'reopened' })
    const [counts] = before
    const after = { judged: Number(counts?.judged) + 1, reopened: Number(counts?.reopened) + 1 }
    expect(await chargedWith(town(), own)).toEqual([after, []])
  })

  test('whoever is joined with what is answered already is asked at once, and a verdict elsewhere neither takes its place nor stands beside it', () =>
    joinedAgain(town()))
}

/** How many verdicts and reopenings all units together are charged with, and for what this matter stands on the negative list. */
async function chargedWith(town: Town, { caseId }: Receipt) {
  await town.caughtUp()
  const { counts } = (await town.anybody.get<EvaluationBoard>('/api/evaluation?by=unit')).body.total
  const listed = await town.rows<{ cause: string }>(
    `select cause from negative_entry where tenant = 1 and matter_id = '${caseId}'`,
  )
  return [{ judged: counts.judged, reopened: counts.reopened }, listed.map(({ cause }) => cause)] as const
}

/** One matter waits for its verdict; what another one was judged by since says nothing of it. */
async function joinedAgain(town: Town): Promise<void> {
  const here = await joinedAtHousing(town, [])
  await answer(town, here.lead)
  await town.later(HOUR_MS)
  const there = await joinedAtHousing(town, [{ contact: { phone: '13900000015' } }])
  const [own] = there.joined
  if (!own) throw new Error('one was joined')
  await answer(town, there.lead)
  await says(town, own, 'judgeJoined', { solved: false, satisfaction: 2 })
  const askedSoFar = async () => {
    await town.caughtUp()
    const told = await messagesAbout(town, own.number)
    return told.filter((text) => text.includes('请您说说：解决了吗？'))
  }
  expect(await askedSoFar()).toHaveLength(1)
  await town.later(HOUR_MS)
  await town.step('secretary1', own.caseId, 'merge', { otherId: here.lead.caseId })
  const [asked, ...before] = await askedSoFar()
  expect(before).toHaveLength(1)
  // It is told in one message that it was joined and what is asked, without the other requester's date.
  expect(asked).toContain('已经合并办理')
  expect(asked).not.toContain('前答复')
  expect(await offered(town, own)).toEqual(['reopen', 'judgeJoined'])
  const yes = { solved: true, satisfaction: 5 }
  expect(await says(town, own, 'judgeJoined', yes)).toMatchObject({ state: 'merged' })
  expect(await says(town, own, 'judgeJoined', yes)).toMatchObject({ code: 'case.judged-already' })
  const verdictBeside = async ({ caseId }: Receipt) => {
    const desk = await town.as('secretary1')
    return (await desk.get<CaseView>(`/api/cases/${caseId}`)).body.links.map(({ verdict }) => verdict)
  }
  expect(await verdictBeside(here.lead)).toEqual([yes])
  expect(await verdictBeside(there.lead)).toEqual([{ solved: false, satisfaction: 2 }])
  // Whoever went on alone and is joined again is asked again, of the same answer too.
  await says(town, own, 'reopen', { words: '又不亮了' })
  await town.step('secretary1', own.caseId, 'merge', { otherId: here.lead.caseId })
  expect(await offered(town, own)).toEqual(['reopen', 'judgeJoined'])
}

/** As long as it could be reopened were it theirs; after that it is raised again as a matter of its own. */
async function reopenedFreely(town: Town, { joined: [content, unhappy] }: Answered): Promise<void> {
  if (!content || !unhappy) throw new Error('two were joined')
  await town.later(14 * DAY_MS)
  expect(await offered(town, content)).toEqual(['reopen'])
  await town.later(2 * DAY_MS)
  expect(await ownPage(town, content)).toMatchObject({ moves: [], mayRaiseAgain: true })
  expect(await says(town, content, 'reopen', { words: '又不亮了' })).toMatchObject({
    code: 'case.reopen-window-over',
  })
  expect(await ownPage(town, unhappy)).toMatchObject({ tone: 'open', mayRaiseAgain: false })
}

/** Told where the negative list is; `listed` waits until everything stands on it. */
export const complaintsTogether = (town: () => Town, listed: () => Promise<void>): void =>
  test('whoever judged the answer to a joined matter badly is one of those who complained and check, whatever the first one said', () =>
    complainedTogether(town(), listed))

/** One complaint about one answer: all whose matters were joined check what comes of it, also whoever had the own one reopened. */
async function complainedTogether(town: Town, listed: () => Promise<void>): Promise<void> {
  const { lead, joined } = await joinedAtHousing(town, [{}, {}])
  await answer(town, lead)
  await says(town, lead, 'judge', { solved: true, satisfaction: 5 })
  const [unhappy, quiet] = joined
  if (!unhappy || !quiet) throw new Error('two were joined')
  await says(town, unhappy, 'judgeJoined', { solved: false, satisfaction: 1 })
  // Whoever comes to it afterwards had no part in that answer.
  const late = await town.report()
  await town.step('secretary1', late.caseId, 'merge', { otherId: unhappy.caseId })
  await listed()
  const entries = await town.rows<{ cause: string; unit: string; matter: string; id: string }>(
    `select cause, unit_id as unit, matter_id as matter, rectification_id as id from negative_entry
     where tenant = 1 and matter_id in ('${lead.caseId}', '${unhappy.caseId}')`,
  )
  expect(entries).toEqual([
    { cause: 'dissatisfied', unit: unitId('housing'), matter: lead.caseId, id: expect.any(String) },
  ])
  const id = entries[0]?.id ?? ''
  const dueAt = town.now() + DAY_MS
  await town.step('housing1', id, 'plan', { words: '换线', dueAt, choices: { measure: 'repair' } })
  await town.step('housing1', id, 'report', { words: '换好了' })
  for (const own of [lead, unhappy, quiet]) {
    const [remedy] = (await ownPage(town, own)).remedies
    expect([remedy?.id, remedy?.moves.map(({ move }) => move)]).toEqual([id, ['confirm', 'contest']])
  }
  expect((await ownPage(town, late)).remedies).toEqual([])
  const answers = async (own: Receipt, move: string, more: object = {}) => {
    const said = { move, expectedVersion: await town.versionOf(id), ...more }
    return (await (await town.follow(own)).post(`/api/follow/remedies/${id}/moves`, said)).body
  }
  // The other two are not all: nobody is left out because the own matter goes on by itself.
  for (const own of [lead, quiet]) expect(await answers(own, 'confirm')).toMatchObject({ state: 'asked' })
  expect(await answers(unhappy, 'contest', { words: '还是不亮' })).toMatchObject({ state: 'planning' })
}
