import type { EchoDeskRow, EchoDraft, EchoEntry, EchoStanding, Raised } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { photoForm, pngOf } from './photo-form.ts'
import { GRIDS, type PersonName, unitId } from './town.ts'

const DAY_MS = 24 * 3_600_000
const PUBLIC = {
  ...{ raised: '楼道里堆了旧家具。', answer: '搬走了，楼道通了。', placeShown: 'community' },
  ...{ expectedVersion: null, pictureIds: [], keep: [] },
}

describeInTown('what staff found themselves', (town) => {
  const raise = async (more: object): Promise<string> => {
    const body = { kind: 'finding', words: '楼道堆了旧家具', where: { gridCode: GRIDS[0] }, ...more }
    return (await (await town().as('grid1')).post<Raised>('/api/cases/raised', body)).body.caseId
  }
  const onTheSpot = (more: object = {}) =>
    raise({ ...more, firstMove: { move: 'selfHandle', words: '当场搬走了' } })
  const publish = async (name: PersonName, caseId: string, more: object = {}) =>
    (await town().as(name)).post<{ code?: string; entryId: string; version: number }>(
      `/api/cases/${caseId}/echo`,
      { ...PUBLIC, ...more },
    )
  const entry = (id: string) => town().anybody.get<EchoEntry & { code?: string }>(`/api/echo/entries/${id}`)
  const standing = async (caseId: string) =>
    (await (await town().as('worker1')).get<EchoStanding>(`/api/cases/${caseId}/echo`)).body

  test('goes on the echo wall without anybody’s consent, by a person’s step alone, and off again', async () => {
    const caseId = await onTheSpot()
    await town().caughtUp()
    expect(await standing(caseId)).toMatchObject({ asked: false, block: null, entry: null })
    expect((await publish('grid1', caseId)).body.code).toBe('auth.denied')
    expect((await publish('secretary2', caseId)).body.code).toBe('not-found')
    const draft = await (await town().as('worker1')).get<EchoDraft>(`/api/cases/${caseId}/echo/draft`, {
      purpose: 'publishAnswer',
    })
    expect(draft.body).toMatchObject({ raised: '楼道堆了旧家具', answer: '当场搬走了', verdict: 'found' })
    expect((await publish('worker1', caseId, { raised: '车牌辽A12345挡了楼道' })).body.code).toBe(
      'echo.personal-left',
    )
    const { body } = await publish('worker1', caseId)
    expect((await entry(body.entryId)).body).toMatchObject({
      ...{ raised: PUBLIC.raised, verdict: 'found', satisfaction: null },
      unit: { name: expect.any(String) },
    })
    const down = await (await town().as('worker1')).post(`/api/cases/${caseId}/echo/take-down`, {
      ...{ expectedVersion: 1, reason: 'outdated' },
    })
    expect([down.status, (await entry(body.entryId)).body.code]).toEqual([200, 'echo.down'])
    await town().caughtUp()
    expect(await town().rows(`select 1 from message where case_id = '${caseId}'`)).toEqual([])
  })

  test('and had others settle is published when somebody looked at it, under the name of the unit that did it', async () => {
    const { step, later, now } = town()
    const caseId = await raise({ firstMove: { move: 'handUp', words: '够不着' } })
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', caseId, 'dispatch', { units: [{ unitId: unitId('housing'), role: 'lead' }] })
    await step('housing1', caseId, 'sign')
    // On hold for a while: what it waited for then is no result.
    await step('housing1', caseId, 'askSuspension', { dueAt: now() + DAY_MS, reason: '等化冻' })
    await step('dispatcher', caseId, 'grantSuspension', { words: '化冻后清。' })
    await later(2 * DAY_MS)
    await step('housing1', caseId, 'feedback', { words: '清走了' })
    const doneAt = now()
    expect((await publish('worker1', caseId)).body.code).toBe('echo.not-closed')
    await later(DAY_MS)
    await step('grid1', caseId, 'pass', { words: '看过了' })
    const read = { purpose: 'publishAnswer' }
    const draft = await (await town().as('worker1')).get<EchoDraft>(`/api/cases/${caseId}/echo/draft`, read)
    expect(draft.body).toMatchObject({ answer: '清走了' })
    expect(Math.abs(draft.body.answeredAt - doneAt)).toBeLessThan(60_000)
    const { body } = await publish('worker1', caseId)
    const [unit] = await town().rows<{ name: string }>(
      `select name from unit where id = '${unitId('housing')}'`,
    )
    expect((await entry(body.entryId)).body).toMatchObject({ verdict: 'found', unit: { name: unit?.name } })
  })

  test('and cancelled is not published', async () => {
    const caseId = await raise({})
    await town().step('grid1', caseId, 'withdraw', { reason: '看错了' })
    expect((await publish('worker1', caseId)).body.code).toBe('echo.not-solved')
  })

  test('is proposed to publishers where it has a photo', async () => {
    const plain = await onTheSpot()
    const { body, headers } = photoForm(await pngOf('green'))
    const grid1 = await town().as('grid1')
    const { fileId } = (await grid1.post<{ fileId: string }>('/api/files', body, { headers })).body
    const pictured = await onTheSpot({ fileIds: [fileId] })
    await town().caughtUp()
    const list = await (await town().as('worker1')).get<{ rows: EchoDeskRow[] }>('/api/desk/echo?show=ready')
    const ids = list.body.rows.map((row) => row.caseId)
    expect([ids.includes(plain), ids.includes(pictured)]).toEqual([false, true])
  })
})
