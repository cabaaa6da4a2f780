import type { EchoDraft } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import {
  ANSWER,
  bringToVerdict,
  CLEAN,
  type EchoDistrict,
  echoDistrict,
  moveAsRequester,
  openBox,
  requesterOf,
} from '../../../test/support/echo-hands.ts'
import { anonymous } from '../../kernel/actor.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { raiseAgain } from '../case/commands/raise-again.ts'
import { clockJob } from '../case/jobs.ts'
import { echo } from './index.ts'

const MINUTES = 10 * 60_000

describeOnEachDatabase('the echo wall', (database) => {
  const room = echo(openBox(), async () => ({ refusal: 'file.damaged' }))
  let at: EchoDistrict
  beforeAll(async () => {
    at = await echoDistrict(database(), [room])
  })
  beforeEach(() => at.clock.advance(MINUTES))

  test('nothing is published by default: neither closing nor consent puts anything on the wall', async () => {
    const before = (await at.wall()).rows.length
    await at.closedCase({ echoWall: true })
    expect((await at.wall()).rows).toHaveLength(before)
  })

  test('without consent publishing is refused with a sentence, and with it the answer is there', async () => {
    const caseId = await at.closedCase()
    expect((await at.publish(caseId)).body.code).toBe('echo.no-consent')
    expect((await at.consent(caseId, true)).body).toMatchObject({ asked: true, agreed: true, entryId: null })
    const { status, body } = await at.publish(caseId)
    expect(status).toBe(200)
    const entry = await at.onWall(String(body['entryId']))
    expect(entry).toMatchObject({
      ...CLEAN,
      item: { code: 'water.none', name: '停水' },
      communityName: '牡丹社区',
      communityNameEn: 'Mudan Community',
      compoundName: null,
      compoundNameEn: null,
      unit: { name: '牡丹社区' },
      verdict: 'solved',
      satisfaction: 5,
      meToo: 0,
    })
    expect(JSON.stringify(await at.wall())).not.toContain(caseId)
    expect(Object.keys(entry ?? {})).not.toContain('number')
  })

  test.each([
    [
      'is open',
      async () => (await at.district.report(undefined, { echoWall: true })).caseId,
      'echo.not-closed',
    ],
    [
      'was withdrawn',
      async () => {
        const { caseId } = await at.district.report(undefined, { echoWall: true })
        await moveAsRequester(at.world, at.district, caseId, { move: 'withdraw', expectedVersion: 1 })
        // There is nothing to show any more, so nobody is asked whether it may be shown.
        expect((await at.consent(caseId, true)).body).toMatchObject({ asked: false })
        return caseId
      },
      'echo.not-solved',
    ],
  ])('a matter that %s cannot be published', async (_, make, code) => {
    expect((await at.publish(await make())).body.code).toBe(code)
  })

  test('a matter that lapsed may be published, and says that nobody judged it', async () => {
    const { caseId } = await at.district.report(undefined, { echoWall: true })
    await bringToVerdict(at.district, caseId, ANSWER)
    at.clock.advance(8 * 24 * 60 * 60_000)
    await clockJob.run(at.world, 1)
    const { body } = await at.publish(caseId)
    expect(await at.onWall(String(body['entryId']))).toMatchObject({ verdict: 'lapsed', satisfaction: null })
  })

  test('taking consent back takes the answer down at once, with its words, for good', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    const { body } = await at.publish(caseId)
    const entryId = String(body['entryId'])
    expect(await at.onWall(entryId, '?q=水压')).toBeDefined()
    expect((await at.consent(caseId, false)).body).toMatchObject({ agreed: false, entryId: null })
    expect(await at.onWall(entryId)).toBeUndefined()
    expect(await at.onWall(entryId, '?q=水压')).toBeUndefined()
    expect((await at.get(anonymous, `/api/echo/entries/${entryId}`)).body.code).toBe('echo.down')
    const { rows } = await at.district.inside((tx) =>
      sql<{
        left: number
      }>`select count(*)::int as left from content where tenant = 1 and stream_id = ${entryId} and body is not null`.execute(
        tx.db,
      ),
    )
    expect(rows[0]?.left).toBe(0)
    expect((await at.publish(caseId)).body.code).toBe('echo.no-consent')
    expect((await at.events('echo.takenDown')).at(-1)).toMatchObject({
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
    const caseId = await at.closedCase({ echoWall: true })
    const refused = await at.publish(caseId, words)
    expect(refused.body.code).toBe('echo.personal-left')
    expect(JSON.stringify(refused.body)).not.toContain(found)
    expect((await at.publish(caseId, { ...words, keep: [found] })).status).toBe(200)
    expect((await at.events('echo.published')).at(-1)).toMatchObject({ keptFindings: 1 })
  })

  test("the requester's own name is found although no rule would know it for one", async () => {
    const caseId = await at.closedCase({ echoWall: true }, { name: '南木青', phone: '13900000001' })
    const words = { raised: '南木青家里没水，三天了。' }
    expect((await at.publish(caseId, words)).body.code).toBe('echo.personal-left')
    const draft = await at.get(at.secretary, `/api/cases/${caseId}/echo/draft`, 'publishAnswer')
    expect((draft.body as unknown as EchoDraft).known).toEqual([])
  })

  test('the publisher reads the original for a stated purpose only, and the reading is in the ledger', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    const url = `/api/cases/${caseId}/echo/draft`
    expect((await at.get(at.secretary, url)).body.code).toBe('auth.purpose-required')
    const { body } = await at.get(at.secretary, url, 'publishAnswer')
    expect(body as unknown as EchoDraft).toMatchObject({
      original: { words: '家里没水了', answers: [{ words: ANSWER }] },
      raised: '家里没水了',
      answer: ANSWER,
      verdict: 'solved',
      entry: null,
    })
    const { rows } = await at.district.inside((tx) =>
      sql<{
        purpose: string
      }>`select purpose from read_ledger where tenant = 1 and view = 'echo.draft' order by at desc limit 1`.execute(
        tx.db,
      ),
    )
    expect(rows[0]?.purpose).toBe('publishAnswer')
  })

  test('who may not publish is refused, and out of reach is not found', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    expect((await at.publish(caseId, {}, at.district.staff('verifier'))).body.code).toBe('auth.denied')
    const other = at.district.staff('communitySecretary', '210105001012')
    expect((await at.publish(caseId, {}, other)).body.code).toBe('not-found')
    expect((await at.publish(caseId, {}, anonymous)).body.code).toBe('auth.required')
    expect((await at.get(other, `/api/cases/${caseId}/echo/draft`, 'publishAnswer')).body.code).toBe(
      'not-found',
    )
  })

  test('an answer is corrected on the version that was seen, and found by its new words only', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    const entryId = String((await at.publish(caseId, { answer: '换了一台旧水泵。' })).body['entryId'])
    expect((await at.publish(caseId, { expectedVersion: 2 })).body.code).toBe('case.changed')
    expect((await at.publish(caseId)).body.code).toBe('case.changed')
    const { body } = await at.publish(caseId, { expectedVersion: 1, answer: '换了一台新水箱。' })
    expect(body).toMatchObject({ entryId, version: 2 })
    expect(await at.onWall(entryId, '?q=旧水泵')).toBeUndefined()
    expect((await at.onWall(entryId, '?q=新水箱'))?.correctedAt).toBe(at.clock.now())
  })

  test('staff take an answer down with a reason, and may publish it anew', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    const entryId = String((await at.publish(caseId)).body['entryId'])
    const down = (payload: object) =>
      at.call(at.secretary, 'POST', `/api/cases/${caseId}/echo/take-down`, payload)
    expect((await down({ expectedVersion: 9, reason: 'wrong' })).body.code).toBe('case.changed')
    expect((await down({ expectedVersion: 1, reason: 'consent' })).status).toBe(400)
    expect((await down({ expectedVersion: 1, reason: 'wrong', words: '数字写错了' })).status).toBe(200)
    expect((await down({ expectedVersion: 2, reason: 'wrong' })).body.code).toBe('echo.down')
    expect(await at.onWall(entryId)).toBeUndefined()
    expect(await at.publish(caseId)).toMatchObject({ status: 200, body: { entryId, version: 3 } })
  })

  test('a matter that is opened again is not shown from that moment, and taken down by the system', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    const entryId = String((await at.publish(caseId)).body['entryId'])
    const { rows } = await at.district.inside((tx) =>
      sql<{ version: number }>`select version from grid_case where tenant = 1 and id = ${caseId}`.execute(
        tx.db,
      ),
    )
    await moveAsRequester(at.world, at.district, caseId, {
      move: 'reopen',
      words: '又没水了',
      expectedVersion: rows[0]?.version ?? 0,
    })
    expect(await at.onWall(entryId)).toBeUndefined()
    const job = room.jobs?.find(({ name }) => name === 'echo.untrue')
    expect(await job?.run(at.world, 1)).toBe(1)
    expect(await job?.run(at.world, 1)).toBe(0)
    expect((await at.events('echo.takenDown')).at(-1)).toMatchObject({ caseId, reason: 'reopened' })
  })
  test('the same thing raised once more is asked about anew: a yes that was taken back does not come along', async () => {
    const caseId = await at.closedCase({ echoWall: true })
    await at.consent(caseId, false)
    at.clock.advance(16 * 24 * 60 * 60_000)
    const requester = await requesterOf(at.district, caseId)
    const { caseId: again } = await runCommand(at.world, raiseAgain, {
      tenant: 1,
      actor: requester,
      id: uuidV7(at.clock.now()),
      input: { params: undefined, query: undefined, body: { words: '水压又低了，跟上回一样。' } },
    })
    const version = await bringToVerdict(at.district, again, ANSWER)
    await moveAsRequester(at.world, at.district, again, {
      ...{ move: 'judge', solved: true, satisfaction: 5, expectedVersion: version },
    })
    expect((await at.publish(again)).body.code).toBe('echo.no-consent')
  })
})
