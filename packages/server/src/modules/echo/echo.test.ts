import type {
  EchoDraft,
  EchoEntry,
  EchoPage,
  EchoStanding,
  PublishEntry,
  ReportCase,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { bringToVerdict, moveAsRequester, openBox, requesterOf } from '../../../test/support/echo-hands.ts'
import { type SmallDistrict, smallDistrict } from '../../../test/support/small-district.ts'
import { testEdge } from '../../../test/support/test-edge.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { type TestClock, testClock } from '../../platform/clock.ts'
import { clockJob } from '../case/jobs.ts'
import { echo } from './index.ts'

const MINUTES = 10 * 60_000
const ANSWER = '更换了加压泵，复测水压 0.35 兆帕。'
const CLEAN = { raised: '高层水压低，热水器打不着火。', answer: ANSWER }

/** Ids of the process never go back in time, so the second database begins later than the first. */
const starts = ['2026-05-04T09:00:00+08:00', '2026-03-02T09:00:00+08:00']

describeOnEachDatabase('the echo wall', (database) => {
  const room = echo(openBox(), async () => ({ refusal: 'file.damaged' }))
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  let district: SmallDistrict
  let edge: ReturnType<typeof testEdge>
  let secretary: Actor

  beforeAll(async () => {
    clock = testClock(starts.pop() ?? '')
    world = testWorld(database(), clock)
    district = await smallDistrict(database(), world)
    edge = testEdge(world, [room])
    secretary = district.staff('communitySecretary')
  })
  beforeEach(() => clock.advance(MINUTES))

  type Reply = { status: number; body: { code?: string } & Record<string, unknown> }
  const call = async (
    actor: Actor,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    purpose?: string,
  ): Promise<Reply> => {
    edge.asks(actor)
    const headers = { 'idempotency-key': uuidV7(clock.now()), ...(purpose ? { 'x-purpose': purpose } : {}) }
    const answer = await edge.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const get = (actor: Actor, url: string, purpose?: string) => call(actor, 'GET', url, undefined, purpose)
  const closedCase = async (more: Partial<ReportCase> = {}, contact?: ReportCase['contact']) => {
    const { caseId } = await district.report(contact, more)
    const version = await bringToVerdict(district, caseId, ANSWER)
    await moveAsRequester(world, district, caseId, {
      move: 'judge',
      solved: true,
      satisfaction: 5,
      expectedVersion: version,
    })
    return caseId
  }
  const publish = (caseId: string, more: Partial<PublishEntry> = {}, actor = secretary) =>
    call(actor, 'POST', `/api/cases/${caseId}/echo`, {
      expectedVersion: null,
      placeShown: 'community',
      pictureIds: [],
      keep: [],
      ...CLEAN,
      ...more,
    })
  const consent = async (caseId: string, agreed: boolean) =>
    call(await requesterOf(district, caseId), 'POST', '/api/follow/echo', { agreed })
  const wall = async (question = '') =>
    (await get(anonymous, `/api/echo${question}`)).body as unknown as EchoPage
  const onWall = async (entryId: string, question = '') =>
    (await wall(question)).rows.find(({ id }) => id === entryId)
  const events = async (type: string) => {
    const { rows } = await district.inside((tx) =>
      sql<{
        payload: object
      }>`select payload from event where tenant = 1 and type = ${type} order by seq`.execute(tx.db),
    )
    return rows.map((row) => row.payload)
  }

  test('nothing is published by default: neither closing nor consent puts anything on the wall', async () => {
    const before = (await wall()).rows.length
    await closedCase({ echoWall: true })
    expect((await wall()).rows).toHaveLength(before)
  })

  test('without consent publishing is refused with a sentence, and with it the answer is there', async () => {
    const caseId = await closedCase()
    expect((await publish(caseId)).body.code).toBe('echo.no-consent')
    expect((await consent(caseId, true)).body).toMatchObject({ agreed: true, entryId: null })
    const { status, body } = await publish(caseId)
    expect(status).toBe(200)
    const entry = await onWall(String(body['entryId']))
    expect(entry).toMatchObject({
      ...CLEAN,
      item: { code: 'water.none', name: '停水' },
      communityName: '牡丹社区',
      compoundName: null,
      unit: { name: '牡丹社区' },
      verdict: 'solved',
      satisfaction: 5,
      meToo: 0,
    })
    expect(JSON.stringify(await wall())).not.toContain(caseId)
    expect(Object.keys(entry ?? {})).not.toContain('number')
  })

  test.each([
    ['is open', async () => (await district.report(undefined, { echoWall: true })).caseId, 'echo.not-closed'],
    [
      'was withdrawn',
      async () => {
        const { caseId } = await district.report(undefined, { echoWall: true })
        await moveAsRequester(world, district, caseId, { move: 'withdraw', expectedVersion: 1 })
        return caseId
      },
      'echo.not-solved',
    ],
  ])('a matter that %s cannot be published', async (_, make, code) => {
    expect((await publish(await make())).body.code).toBe(code)
  })

  test('a matter that lapsed may be published, and says that nobody judged it', async () => {
    const { caseId } = await district.report(undefined, { echoWall: true })
    await bringToVerdict(district, caseId, ANSWER)
    clock.advance(8 * 24 * 60 * 60_000)
    await clockJob.run(world, 1)
    const { body } = await publish(caseId)
    expect(await onWall(String(body['entryId']))).toMatchObject({ verdict: 'lapsed', satisfaction: null })
  })

  test('taking consent back takes the answer down at once, with its words, for good', async () => {
    const caseId = await closedCase({ echoWall: true })
    const { body } = await publish(caseId)
    const entryId = String(body['entryId'])
    expect(await onWall(entryId, '?q=水压')).toBeDefined()
    expect((await consent(caseId, false)).body).toMatchObject({ agreed: false, entryId: null })
    expect(await onWall(entryId)).toBeUndefined()
    expect(await onWall(entryId, '?q=水压')).toBeUndefined()
    expect((await get(anonymous, `/api/echo/entries/${entryId}`)).body.code).toBe('echo.down')
    const { rows } = await district.inside((tx) =>
      sql<{
        left: number
      }>`select count(*)::int as left from content where tenant = 1 and stream_id = ${entryId} and body is not null`.execute(
        tx.db,
      ),
    )
    expect(rows[0]?.left).toBe(0)
    expect((await publish(caseId)).body.code).toBe('echo.no-consent')
    expect((await events('echo.takenDown')).at(-1)).toMatchObject({
      caseId,
      reason: 'consent',
      state: 'down',
    })
  })

  test.each([
    ['a telephone number', { answer: '修好了，请打13900000001。' }, '13900000001'],
    ['an identity number', { raised: '身份证 219999195003080125 的住户家停水' }, '219999195003080125'],
    ['a spaced number', { answer: '电话 139 0000 0001，随时可以打。' }, '139 0000 0001'],
    ['a plate', { raised: '辽A12345 挡住了水箱' }, '辽A12345'],
    ['a door', { raised: '3号楼2单元501没水' }, '3号楼2单元501'],
  ])('%s is refused on the server until somebody keeps it on purpose', async (_, words, found) => {
    const caseId = await closedCase({ echoWall: true })
    const refused = await publish(caseId, words)
    expect(refused.body.code).toBe('echo.personal-left')
    expect(JSON.stringify(refused.body)).not.toContain(found)
    expect((await publish(caseId, { ...words, keep: [found] })).status).toBe(200)
    expect((await events('echo.published')).at(-1)).toMatchObject({ keptFindings: 1 })
  })

  test("the requester's own name is found although no rule would know it for one", async () => {
    const caseId = await closedCase({ echoWall: true }, { name: '南木青', phone: '13900000001' })
    const words = { raised: '南木青家里没水，三天了。' }
    expect((await publish(caseId, words)).body.code).toBe('echo.personal-left')
    const draft = await get(secretary, `/api/cases/${caseId}/echo/draft`, 'publishAnswer')
    expect((draft.body as unknown as EchoDraft).known).toEqual([])
  })

  test('the publisher reads the original for a stated purpose only, and the reading is in the ledger', async () => {
    const caseId = await closedCase({ echoWall: true })
    const url = `/api/cases/${caseId}/echo/draft`
    expect((await get(secretary, url)).body.code).toBe('auth.purpose-required')
    const { body } = await get(secretary, url, 'publishAnswer')
    expect(body as unknown as EchoDraft).toMatchObject({
      original: { words: '家里没水了', answers: [{ words: ANSWER }] },
      raised: '家里没水了',
      answer: ANSWER,
      verdict: 'solved',
      entry: null,
    })
    const { rows } = await district.inside((tx) =>
      sql<{
        purpose: string
      }>`select purpose from read_ledger where tenant = 1 and view = 'echo.draft' order by at desc limit 1`.execute(
        tx.db,
      ),
    )
    expect(rows[0]?.purpose).toBe('publishAnswer')
  })

  test('who may not publish is refused, and out of reach is not found', async () => {
    const caseId = await closedCase({ echoWall: true })
    expect((await publish(caseId, {}, district.staff('verifier'))).body.code).toBe('auth.denied')
    const other = district.staff('communitySecretary', '210105001012')
    expect((await publish(caseId, {}, other)).body.code).toBe('not-found')
    expect((await publish(caseId, {}, anonymous)).body.code).toBe('auth.required')
    expect((await get(other, `/api/cases/${caseId}/echo/draft`, 'publishAnswer')).body.code).toBe('not-found')
  })

  test('an answer is corrected on the version that was seen, and found by its new words only', async () => {
    const caseId = await closedCase({ echoWall: true })
    const entryId = String((await publish(caseId, { answer: '换了一台旧水泵。' })).body['entryId'])
    expect((await publish(caseId, { expectedVersion: 2 })).body.code).toBe('case.changed')
    expect((await publish(caseId)).body.code).toBe('case.changed')
    const { body } = await publish(caseId, { expectedVersion: 1, answer: '换了一台新水箱。' })
    expect(body).toMatchObject({ entryId, version: 2 })
    expect(await onWall(entryId, '?q=旧水泵')).toBeUndefined()
    expect((await onWall(entryId, '?q=新水箱'))?.correctedAt).toBe(clock.now())
  })

  test('staff take an answer down with a reason, and may publish it anew', async () => {
    const caseId = await closedCase({ echoWall: true })
    const entryId = String((await publish(caseId)).body['entryId'])
    const down = (payload: object) => call(secretary, 'POST', `/api/cases/${caseId}/echo/take-down`, payload)
    expect((await down({ expectedVersion: 9, reason: 'wrong' })).body.code).toBe('case.changed')
    expect((await down({ expectedVersion: 1, reason: 'consent' })).status).toBe(400)
    expect((await down({ expectedVersion: 1, reason: 'wrong', words: '数字写错了' })).status).toBe(200)
    expect((await down({ expectedVersion: 2, reason: 'wrong' })).body.code).toBe('echo.down')
    expect(await onWall(entryId)).toBeUndefined()
    expect(await publish(caseId)).toMatchObject({ status: 200, body: { entryId, version: 3 } })
  })

  test('a matter that is opened again is not shown from that moment, and taken down by the system', async () => {
    const caseId = await closedCase({ echoWall: true })
    const entryId = String((await publish(caseId)).body['entryId'])
    const { rows } = await district.inside((tx) =>
      sql<{ version: number }>`select version from grid_case where tenant = 1 and id = ${caseId}`.execute(
        tx.db,
      ),
    )
    await moveAsRequester(world, district, caseId, {
      move: 'reopen',
      words: '又没水了',
      expectedVersion: rows[0]?.version ?? 0,
    })
    expect(await onWall(entryId)).toBeUndefined()
    const job = room.jobs?.find(({ name }) => name === 'echo.untrue')
    expect(await job?.run(world, 1)).toBe(1)
    expect(await job?.run(world, 1)).toBe(0)
    expect((await events('echo.takenDown')).at(-1)).toMatchObject({ caseId, reason: 'reopened' })
  })

  test('the wall is searched by words, item and place, and read page by page without a gap', async () => {
    const ids: string[] = []
    for (const thing of ['电梯井', '电梯门', '电梯灯']) {
      clock.advance(1_000)
      const caseId = await closedCase({ echoWall: true })
      ids.push(String((await publish(caseId, { raised: `${thing}有异响，请看看。` })).body['entryId']))
    }
    const idsOf = async (question: string) => (await wall(question)).rows.map(({ id }) => id)
    expect(await idsOf('?q=电梯')).toEqual(ids.toReversed())
    expect(await idsOf('?q=电梯门 异响')).toEqual([ids[1]])
    expect(await idsOf('?q=电梯&communityCode=210105001012')).toEqual([])
    expect(await idsOf('?q=电梯&communityCode=210105001010&itemCode=water.none')).toHaveLength(3)
    expect(await idsOf('?q=，')).toEqual([])
    const seen: EchoEntry[] = []
    let cursor = ''
    do {
      const page = await wall(`?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.rows)
      cursor = page.next ?? ''
    } while (cursor)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.map(({ publishedAt }) => publishedAt)).toEqual(
      seen.map(({ publishedAt }) => publishedAt).toSorted((a, b) => b - a),
    )
    const facets = await get(anonymous, '/api/echo/facets')
    expect(facets.body['total']).toBe(seen.length)
  })

  test('the desk sees whether it may be published, without any words', async () => {
    const caseId = await closedCase()
    const standing = async () =>
      (await get(secretary, `/api/cases/${caseId}/echo`)).body as unknown as EchoStanding
    expect(await standing()).toMatchObject({ agreed: false, block: 'consent', entry: null, meToo: 0 })
    const listed = async (show: string) =>
      (
        (await get(secretary, `/api/desk/echo?show=${show}`)).body as unknown as {
          rows: { caseId: string }[]
        }
      ).rows.some((row) => row.caseId === caseId)
    expect(await listed('ready')).toBe(false)
    await consent(caseId, true)
    expect([await listed('ready'), (await standing()).block]).toEqual([true, null])
    await publish(caseId)
    expect([await listed('ready'), await listed('published')]).toEqual([false, true])
  })
})
