import type { EchoDeskRow, MeTooReceipt, MeTooView, Nearby } from '@lianxin/contract'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import {
  ANSWER,
  bringToVerdict,
  type EchoDistrict,
  echoDistrict,
  moveAsRequester,
  openBox,
} from '../../../test/support/echo-hands.ts'
import { COMMUNITY } from '../../../test/support/small-district.ts'
import { anonymous } from '../../kernel/actor.ts'
import { message } from '../message/index.ts'
import { echo } from './index.ts'

const HOUR = 60 * 60_000
const SECRET = '这是反映人的原话'

describeOnEachDatabase('“me too”', (database) => {
  const room = echo(openBox(), async () => ({ refusal: 'file.damaged' }))
  const messages = message({ connectors: [], demo: true })
  let at: EchoDistrict
  let caseId: string
  beforeAll(async () => {
    at = await echoDistrict(database(), [room, messages])
  })
  beforeEach(async () => {
    at.clock.advance(HOUR)
    caseId = (await at.district.report(undefined, { words: SECRET, itemCode: 'water.none' })).caseId
  })

  const post = async <T>(url: string, payload: object) => {
    const { status, body } = await at.call(anonymous, 'POST', url, payload)
    return { status, code: body.code, body: body as unknown as T }
  }
  const near = async () =>
    (await post<Nearby>('/api/echo/near', { where: { communityCode: COMMUNITY }, words: '家里没水' })).body
  /** The newest open matter of this place and item. */
  const ref = async () => (await near()).open[0]?.ref ?? ''
  const say = async () => (await post<MeTooReceipt>('/api/echo/me-too', { ref: await ref() })).body
  const look = (followCode: string) => post<MeTooView>('/api/echo/followed', { followCode })
  const sent = async () => {
    await at.district.react(messages)
    const { body } = await at.get(anonymous, '/api/demo/messages')
    return (body as unknown as { rows: { to: string; text: string }[] }).rows
  }
  const newestCode = async () => (await sent()).find(({ text }) => text.includes('验证码'))?.text ?? ''
  const digitsIn = (text: string) => /(\d{6})，/.exec(text)?.[1] ?? ''

  test('an open matter is shown by item, community and age alone: neither its words nor anything that opens it', async () => {
    const shown = await near()
    expect(Object.keys(shown.open[0] ?? {}).sort()).toEqual([
      'communityName',
      'communityNameEn',
      'item',
      'meToo',
      'openedAt',
      'ref',
    ])
    const text = JSON.stringify(shown)
    for (const secret of [SECRET, caseId, 'TA-']) expect(text).not.toContain(secret)
    expect((await near()).open[0]?.ref).not.toBe(shown.open[0]?.ref)
  })

  test('a code of one’s own shows how it goes, in public words only', async () => {
    const { followCode, item } = await say()
    expect(item?.code).toBe('water.none')
    await bringToVerdict(at.district, caseId, ANSWER)
    const { body } = await look(followCode.toLowerCase().replaceAll('-', ' '))
    expect(body).toMatchObject({
      tone: 'waiting',
      meToo: 1,
      byPhone: false,
      communityName: '牡丹社区',
      communityNameEn: 'Mudan Community',
    })
    expect(body.steps.length).toBeGreaterThan(2)
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${SECRET}|${ANSWER}|${caseId}|您`))
  })

  test('it is counted for the desk, and whoever leaves is counted no more and erased', async () => {
    const { followCode } = await say()
    const standing = async () =>
      (await at.get(at.secretary, `/api/cases/${caseId}/echo`)).body as {
        meToo?: number
        meTooByPhone?: number
      }
    expect(await standing()).toMatchObject({ meToo: 1, meTooByPhone: 0 })
    expect((await post('/api/echo/followed/leave', { followCode })).status).toBe(200)
    expect(await standing()).toMatchObject({ meToo: 0 })
    expect((await look(followCode)).code).toBe('echo.code-wrong')
  })

  test('with a number it counts only after the code, tells every step, once, and never the number of the matter', async () => {
    const asked = await post<{ meTooId: string }>('/api/echo/me-too/otp', {
      ref: await ref(),
      phone: '139 0000 0009',
    })
    expect((await near()).open[0]?.meToo).toBe(0)
    const otp = digitsIn(await newestCode())
    const check = (digits: string) =>
      post<MeTooReceipt>('/api/echo/me-too/otp/check', { meTooId: asked.body.meTooId, otp: digits })
    expect((await check(String((Number(otp) + 1) % 1_000_000).padStart(6, '0'))).code).toBe(
      'follow.otp-wrong',
    )
    expect((await check(otp)).status).toBe(200)
    expect((await check(otp)).code).toBe('follow.otp-wrong')
    expect((await near()).open[0]?.meToo).toBe(1)
    await bringToVerdict(at.district, caseId, ANSWER)
    const told = (await sent()).filter(({ to, text }) => to === '13900000009' && text.includes('有新进展'))
    expect(told).toHaveLength(3)
    for (const { text } of told) {
      expect(text).toContain('您也遇到的牡丹社区“停水”')
      expect(text).not.toMatch(/TA-|原话/)
    }
  })

  test('whoever has the same trouble as somebody whose matter was joined with another is told how that one goes, once', async () => {
    const confirmed = async () => {
      at.clock.advance(1_000)
      const { body } = await post<{ meTooId: string }>('/api/echo/me-too/otp', {
        ...{ ref: await ref(), phone: '13900000005' },
      })
      const given = { meTooId: body.meTooId, otp: digitsIn(await newestCode()) }
      return (await post<MeTooReceipt>('/api/echo/me-too/otp/check', given)).body.followCode
    }
    const first = await confirmed()
    await say()
    const other = await at.district.report(undefined, { words: SECRET, itemCode: 'water.none' })
    const second = await confirmed()
    const secretary = at.district.staff('communitySecretary')
    await at.district.move(secretary, caseId, { move: 'merge', otherId: other.caseId, expectedVersion: 1 })
    const heard = async () =>
      (await sent()).filter(({ to, text }) => to === '13900000005' && text.includes('有新进展')).length
    const before = await heard()
    await bringToVerdict(at.district, other.caseId, ANSWER)
    expect((await heard()) - before).toBe(3)
    for (const code of [first, second]) {
      const { body } = await look(code)
      expect(body).toMatchObject({ tone: 'waiting', closedAt: null, meToo: 2 })
      expect(body.steps.length).toBeGreaterThan(2)
    }
    // The number stays as long as the other matter goes on, and goes when that one is over.
    const forget = async () => {
      at.clock.advance(31 * 24 * HOUR)
      await room.jobs?.find(({ name }) => name === 'echo.forget')?.run(at.world, 1)
      return (await look(first)).body.byPhone
    }
    expect(await forget()).toBe(true)
    await moveAsRequester(at.world, at.district, other.caseId, {
      ...{ move: 'judge', solved: true, satisfaction: 5, expectedVersion: 4 },
    })
    // Whoever publishes it, and everybody who reads it, sees all of them too: each once, whichever matter they said it to.
    await at.consent(other.caseId, true)
    const desk = await at.get(at.secretary, '/api/desk/echo?show=ready')
    const listed = desk.body['rows'] as EchoDeskRow[]
    expect(listed.find((row) => row.caseId === other.caseId)?.meToo).toBe(2)
    const { entryId } = (await at.publish(other.caseId)).body
    expect((await at.wall('')).rows.find(({ id }) => id === entryId)?.meToo).toBe(2)
    expect(await forget()).toBe(false)
  })

  test('the same number twice is one person, and a fourth code within an hour is not sent', async () => {
    const confirm = async () => {
      at.clock.advance(1_000)
      const { body } = await post<{ meTooId: string }>('/api/echo/me-too/otp', {
        ref: await ref(),
        phone: '13900000008',
      })
      return (
        await post<MeTooReceipt>('/api/echo/me-too/otp/check', {
          meTooId: body.meTooId,
          otp: digitsIn(await newestCode()),
        })
      ).body.followCode
    }
    expect(await confirm()).toBe(await confirm())
    expect((await near()).open[0]?.meToo).toBe(1)
    const ask = async () => post('/api/echo/me-too/otp', { ref: await ref(), phone: '13900000008' })
    const answers = [await ask(), await ask(), await ask()]
    expect(answers.some(({ code }) => code === 'auth.locked')).toBe(true)
  })

  test('ten codes asked for at the same moment are three: the limit is counted one after the other', async () => {
    const reference = await ref()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        post('/api/echo/me-too/otp', { ref: reference, phone: '13900000006' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ code }) => code === 'auth.locked')).toHaveLength(7)
  })

  test.each(['', 'x'.repeat(60), 'AAAA'.repeat(20)])(
    'what is no reference of ours names nothing: “%s”',
    async (forged) => {
      const { status, code } = await post('/api/echo/me-too', { ref: forged })
      expect([status, code]).toEqual(forged.length < 20 ? [400, 'input.invalid'] : [404, 'not-found'])
    },
  )

  test('numbers whose code never came are forgotten after a day', async () => {
    await post('/api/echo/me-too/otp', { ref: await ref(), phone: '13900000007' })
    at.clock.advance(26 * HOUR)
    await room.jobs?.find(({ name }) => name === 'echo.forget')?.run(at.world, 1)
    const { rows } = await at.district.inside((tx) =>
      sql<{
        left: number
      }>`select count(*)::int as left from echo_me_too where tenant = 1 and confirmed_at is null`.execute(
        tx.db,
      ),
    )
    expect(rows[0]?.left).toBe(0)
  })
})
