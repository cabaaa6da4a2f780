import {
  type AlertRow,
  type CaseView,
  type DeliberationList,
  type DeliberationPage,
  type Raised,
  type Receipt,
  SETTINGS,
} from '@lianxin/contract'
import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { COMMUNITIES, type PersonName, unitId } from './town.ts'

const DAY = 86_400_000
const PROPOSAL = '东门改为早晚高峰人车分流。'
/** What a resident wrote: it leads to a person and must be nowhere. */
const WORDS = '我是 3 号楼 501 的王大妈，电话 13900000001，晚上太吵。'
const ANSWER = '有居民担心夜间噪声：晚十点后不放行货车。'

describeInTown('what residents and owners decide', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const raise = async (name: PersonName, body: object) =>
    (await town().as(name)).post<Raised & { code?: string }>('/api/cases/raised', {
      ...{ kind: 'deliberation', words: PROPOSAL, where: { communityCode: COMMUNITIES[0] } },
      ...body,
    })
  const opened = async (form: string, more: object = {}) => {
    const { body } = await raise('secretary1', { firstMove: { move: 'open', choices: { form } }, ...more })
    return body.caseId
  }
  const page = (caseId: string) =>
    town().anybody.get<DeliberationPage & { code?: string }>(`/api/deliberations/${caseId}`)
  const listed = async (query = '') =>
    (await town().anybody.get<DeliberationList>(`/api/deliberations${query}`)).body
  const step = (caseId: string, move: string, input: object = {}) =>
    town().step('secretary1', caseId, move, input)
  const refused = async (name: PersonName, caseId: string, move: string, input: object = {}) =>
    (
      await (
        await town().as(name)
      ).move(caseId, {
        ...{ move, expectedVersion: await town().versionOf(caseId) },
        ...input,
      })
    ).body.code

  /** Residents decided it; now it is published. */
  const published = async () => {
    const caseId = await opened('residents')
    await step(caseId, 'discuss', { words: '同意提请审议。', choices: { discussion: 'agreed' } })
    await step(caseId, 'review', {
      words: '应到 30 人。',
      tally: { entitled: 30, present: 24, inFavour: 20 },
    })
    expect((await page(caseId)).status).toBe(404)
    const tally = { entitled: 60, present: 50, inFavour: 26 }
    await step(caseId, 'decide', { words: '居民代表会议，举手表决。', tally })
    return caseId
  }
  const anybody = <T>(path: string, body: object) => town().anybody.post<T & { code?: string }>(path, body)
  const sentCode = async (phone: string) => {
    await town().caughtUp()
    const { body } = await town().anybody.get<{ rows: { to: string; text: string }[] }>('/api/demo/messages')
    const text = body.rows.find(({ to, text: said }) => to === phone && said.includes('公示提出异议'))?.text
    return /(\d{6})，/.exec(text ?? '')?.[1] ?? ''
  }
  const proved = async (caseId: string, phone: string) => {
    const path = `/api/deliberations/${caseId}/objections/otp`
    const { proofId } = (await anybody<{ proofId: string }>(path, { phone })).body
    const otp = await sentCode(phone)
    const wrong = String((Number(otp) + 1) % 1_000_000).padStart(6, '0')
    expect((await anybody(`${path}/check`, { proofId, otp: wrong })).body.code).toBe('follow.otp-wrong')
    expect((await anybody(`${path}/check`, { proofId, otp })).status).toBe(200)
    return proofId
  }
  const object = (caseId: string, proofId: string, words = WORDS) =>
    anybody<Receipt>(`/api/deliberations/${caseId}/objections`, { proofId, words })

  test('an owners’ vote that passes on heads and fails on area is shown with every share and its law', async () => {
    const caseId = await opened('ownersSpecial')
    expect((await page(caseId)).body).toMatchObject({ proposal: PROPOSAL, objectUntil: null, votes: [] })
    await town().later(16 * DAY)
    const tally = { entitled: 100, present: 80, inFavour: 64 }
    const area = { entitledAreaM2: 9_000, presentAreaM2: 7_000, inFavourAreaM2: 5_200 }
    await step(caseId, 'countSpecial', { words: '书面票，三人监票。', tally: { ...tally, ...area } })
    const { body } = await page(caseId)
    const result = { tone: 'unmet', stateName: { zh: '没有通过：同意面积不够' } }
    expect(body).toMatchObject({ ...result, objectUntil: null })
    const own = await (await town().as('secretary1')).get<CaseView>(`/api/cases/${caseId}`)
    expect(own.body).toMatchObject(result)
    expect((await listed()).rows.find(({ id }) => id === caseId)).toMatchObject(result)
    expect(body.votes[0]?.law.zh).toContain('第二百七十八条')
    expect(
      body.votes[0]?.shares.map(({ stage, of, part, whole, reached }) => [stage, of, part, whole, reached]),
    ).toEqual([
      ['attend', 'area', 7_000, 9_000, true],
      ['attend', 'heads', 80, 100, true],
      ['approve', 'area', 5_200, 7_000, false],
      ['approve', 'heads', 64, 80, true],
    ])
  })

  test('an objection holds the decision up until it is answered in writing, and nobody reads what it said', async () => {
    const caseId = await published()
    const proofId = await proved(caseId, '13900000001')
    const { body: receipt, status } = await object(caseId, proofId)
    expect([status, receipt.ownerName]).toEqual([200, '东社区'])
    // Three days of the calendar, the weekend among them.
    const { dueAt } = (await (await town().as('secretary1')).get<CaseView>(`/api/cases/${receipt.caseId}`))
      .body
    expect(Math.floor(((dueAt ?? 0) - town().now()) / DAY)).toBe(3)
    expect((await object(caseId, proofId)).body.code).toBe('case.raised-already')
    await town().later(8 * DAY)
    // The time is over, and still it does not stand: nobody can be silent about an objection.
    expect((await page(caseId)).body).toMatchObject({ objectUntil: null, objections: [{ tone: 'open' }] })
    const alerts = async () =>
      (await (await town().as('secretary1')).get<AlertRow[]>('/api/alerts')).body
        .filter((one) => one.caseId === caseId)
        .map(({ kind }) => kind)
    expect(await alerts()).toEqual(['heldUp'])
    const second = await proved(caseId, '13900000002')
    expect((await object(caseId, second)).body.code).toBe('case.parent-unfit')
    const answer = { words: ANSWER, choices: { reply: 'explained' } }
    expect(await refused('secretary1', receipt.caseId, 'answer', { ...answer, words: WORDS })).toBe(
      'case.public-personal',
    )
    expect(await refused('secretary2', receipt.caseId, 'answer', answer)).toBe('not-found')
    await step(receipt.caseId, 'answer', answer)
    const follower = await town().follow(receipt)
    const own = await follower.get<{ timeline: { words: string | null }[] }>('/api/follow/case')
    // Its answer is public already, and its words are for nobody else: the echo wall is not offered.
    expect((await follower.get('/api/follow/echo')).body).toMatchObject({ asked: false, agreed: false })
    expect(own.body.timeline.map(({ words }) => words)).toContain(ANSWER)
    expect((await page(caseId)).body.objections).toMatchObject([{ answer: ANSWER, tone: 'closed' }])
    // Nobody declares it: the clock does, as soon as the last objection is answered.
    await town().caughtUp()
    await town().later(5_000)
    expect((await page(caseId)).body.stateName.en).toBe('In force, being carried out')
    expect(await alerts()).toEqual([])
    const shown = JSON.stringify([(await page(caseId)).body, await listed()])
    for (const secret of [WORDS, '13900000001', '王大妈', receipt.number, receipt.followCode])
      expect(shown).not.toContain(secret)
  })

  test('a decision that stands becomes tasks, and is not concluded before they are done', async () => {
    const caseId = await published()
    const task = {
      ...{ kind: 'task', words: '在东门画人行通道。', parentId: caseId },
      firstMove: {
        ...{ move: 'give', units: [{ unitId: unitId('housing'), role: 'lead' }] },
        dueAt: town().now() + 30 * DAY,
      },
    }
    expect((await raise('secretary1', task)).body.code).toBe('case.parent-unfit')
    // Nobody objected: it stands by itself once its seven days are over.
    await town().later(8 * DAY)
    expect((await page(caseId)).body.stateName.en).toBe('In force, being carried out')
    expect((await raise('secretary1', { ...task, parentId: undefined })).body.code).toBe('case.parent-needed')
    expect((await raise('secretary1', { ...task, words: '请给 13900000001 打电话。' })).body.code).toBe(
      'case.public-personal',
    )
    const { body: given } = await raise('secretary1', task)
    expect(given.state).toBe('doing')
    const done = { words: '通道已经画好，实行分流。' }
    expect((await page(caseId)).body.tasks).toMatchObject([{ tone: 'open', result: null }])
    expect(await refused('secretary1', caseId, 'conclude', done)).toBe('case.children-open')
    await town().step('housing1', given.caseId, 'complete', { words: '画好了，长 40 米。' })
    await step(given.caseId, 'accept')
    expect((await page(caseId)).body.tasks).toMatchObject([
      {
        words: '在东门画人行通道。',
        unit: { nameEn: 'Housing' },
        tone: 'closed',
        result: '画好了，长 40 米。',
      },
    ])
    await step(caseId, 'conclude', done)
    await town().later(8 * DAY)
    expect((await page(caseId)).body).toMatchObject({ tone: 'closed', outcome: done })
  })

  test('is found by its community; whoever has not proved a number objects to nothing, and to nothing hidden', async () => {
    const caseId = await published()
    const here = await listed(`?communityCode=${COMMUNITIES[0]}`)
    expect(here.rows.map(({ id }) => id)).toContain(caseId)
    expect(here.communities).toMatchObject([{ code: COMMUNITIES[0], count: here.rows.length }])
    expect((await listed(`?communityCode=${COMMUNITIES[1]}`)).rows).toEqual([])
    const none = '00000000-0000-4000-8000-000000000000'
    expect((await object(caseId, none)).body.code).toBe('case.proof-missing')
    const { caseId: hidden } = await town().report()
    expect((await page(hidden)).status).toBe(404)
    const asked = await anybody(`/api/deliberations/${hidden}/objections/otp`, { phone: '13900000003' })
    expect(asked.status).toBe(404)
    // A number that was proved for one matter proves nothing for another.
    const proofId = await proved(caseId, '13900000004')
    expect((await object(await published(), proofId)).body.code).toBe('case.proof-missing')
  })

  test('a share that the district changes decides what begins from its date on; what began before keeps its own', async () => {
    const { as, clock, later } = town()
    const residentsVote = async (caseId: string) => {
      await step(caseId, 'discuss', { words: '同意提请审议。', choices: { discussion: 'agreed' } })
      const tally = { entitled: 30, present: 24, inFavour: 20 }
      await step(caseId, 'review', { words: '应到 30 人。', tally })
      // More than half of those who came, and less than three quarters.
      await step(caseId, 'decide', {
        words: '举手表决。',
        tally: { entitled: 60, present: 50, inFavour: 30 },
      })
      const { body } = await page(caseId)
      return [body.tone, body.votes.at(-1)?.law.en, body.votes.at(-1)?.shares.at(-1)?.reached]
    }
    const before = await opened('residents')
    const keeper = await as('ruleKeeper')
    const { residents, ...others } = SETTINGS.voteRules.initial
    const stricter = { ...residents, approve: 'threeQuarters', lawEn: 'By-law of the community, 2026' }
    const change = {
      seenVersion: 0,
      effectiveFrom: clock.now() + DAY,
      value: { ...others, residents: stricter },
    }
    expect((await keeper.post('/api/settings/voteRules', change)).status).toBe(200)
    await later(2 * DAY)
    const after = await opened('residents')
    expect(await residentsVote(before)).toEqual(['waiting', residents.lawEn, true])
    expect(await residentsVote(after)).toEqual(['unmet', 'By-law of the community, 2026', false])
  })
})
