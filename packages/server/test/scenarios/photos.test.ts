import { afterEach, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import type { Person, Reply } from './people.ts'
import { photoForm, pngOf } from './photo-form.ts'
import { unitId } from './town.ts'

describeInTown('photos', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  const upload = (
    who: Person,
    bytes: Buffer,
    type?: string,
  ): Promise<Reply<{ fileId: string; width: number; code?: string }>> => {
    const { body, headers } = photoForm(bytes, type)
    return who.post('/api/files', body, { headers })
  }
  const photo = async (colour = 'red') => (await upload(town().anybody, await pngOf(colour))).body.fileId

  test('a photo belongs to the matter it came with, and to the eyes of those who may see that matter', async () => {
    const { report, follow, as, anybody, step, caughtUp } = town()
    const uploaded = await upload(anybody, await pngOf('green'))
    expect(uploaded).toMatchObject({ status: 200, body: { width: 40, height: 30 } })
    const { fileId } = uploaded.body
    const dispatcher = await as('dispatcher')
    expect((await dispatcher.get(`/api/files/${fileId}`)).status).toBe(404) // nobody's yet

    const receipt = await report({ fileIds: [fileId] })
    await caughtUp()
    const seen = await dispatcher.get(`/api/files/${fileId}`)
    expect([seen.status, seen.type, seen.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ])
    expect((await dispatcher.get(`/api/files/${fileId}?size=thumb`)).status).toBe(200)
    const resident = await follow(receipt)
    expect((await resident.get(`/api/follow/files/${fileId}`)).type).toBe('image/webp')
    expect((await resident.get<{ fileIds: string[] }>('/api/follow/case')).body.fileIds).toEqual([fileId])

    const other = await follow(await report())
    expect((await other.get(`/api/follow/files/${fileId}`)).status).toBe(404)
    for (const name of ['secretary2', 'housing1'] as const)
      expect(await (await as(name)).get(`/api/files/${fileId}`)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
    for (const url of [`/api/files/${fileId}`, `/api/follow/files/${fileId}`])
      expect(await anybody.get(url)).toMatchObject({ status: 401, body: { code: 'auth.required' } })
    await step('worker1', receipt.caseId, 'triage', { itemCode: 'lamp' })
    await step('dispatcher', receipt.caseId, 'dispatch', {
      units: [{ unitId: unitId('housing'), role: 'lead' }],
    })
    expect((await (await as('housing1')).get(`/api/files/${fileId}`)).status).toBe(200)
    const [read] = await town().rows(`select view from read_ledger where view = 'file.view' limit 1`)
    expect(read).toEqual({ view: 'file.view' })
  })

  test('a photo that has its matter cannot be taken for another', async () => {
    const { report, anybody, as, caughtUp, versionOf } = town()
    const fileId = await photo()
    await report({ fileIds: [fileId] })
    await caughtUp()
    expect((await anybody.report({ fileIds: [fileId] })).body).toMatchObject({ code: 'file.unknown' })
    expect((await anybody.report({ fileIds: [crypto.randomUUID()] })).body).toMatchObject({
      code: 'file.unknown',
    })
    const { caseId } = await report()
    await town().step('worker1', caseId, 'takeUp', { itemCode: 'stairs' })
    const input = {
      move: 'feedback',
      expectedVersion: await versionOf(caseId),
      words: '好了',
      fileIds: [fileId],
    }
    expect((await (await as('worker1')).move(caseId, input)).body).toMatchObject({ code: 'file.unknown' })
  })

  test('two matters that name one photo at the same moment: one has it', async () => {
    const { anybody, caughtUp, rows } = town()
    const fileId = await photo('blue')
    await Promise.all([anybody.report({ fileIds: [fileId] }), anybody.report({ fileIds: [fileId] })])
    await caughtUp()
    expect(await rows(`select 1 from file where id = '${fileId}' and case_id is not null`)).toHaveLength(1)
  })

  test.each([
    ['text', Buffer.from('not a photo at all'), 'file.not-an-image'],
    [
      'a page that calls itself a photo',
      Buffer.from('<html><script>alert(1)</script></html>'),
      'file.not-an-image',
    ],
    [
      'a drawing that can run',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'file.not-an-image',
    ],
    ['nothing', Buffer.alloc(0), 'file.not-an-image'],
    ['eleven megabytes', Buffer.alloc(11 * 1024 * 1024, 1), 'file.too-large'],
  ])('%s is refused', async (_, bytes, code) => {
    const { body, type } = await upload(town().anybody, bytes)
    expect([body.code, type]).toEqual([code, 'application/problem+json'])
  })

  test('half a photo is refused, and so is a form without one', async () => {
    const whole = await pngOf('yellow')
    expect((await upload(town().anybody, whole.subarray(0, 60))).body.code).toMatch(/^file\./)
    const empty = Buffer.from('--edge--\r\n')
    const answer = await town().anybody.post<{ code: string }>('/api/files', empty, {
      headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    })
    expect(answer.body.code).toBe('file.not-an-image')
    const broken = await town().anybody.post<{ code: string }>(
      '/api/files',
      photoForm(whole).body.subarray(0, 150),
      { headers: photoForm(whole).headers },
    )
    expect(broken.body.code).toBe('file.damaged')
  })

  test('a photo that no matter claims within a day is gone', async () => {
    const { sweepJob } = await import('../../src/modules/file/jobs.ts')
    const { clock, app, rows, anybody } = town()
    const fileId = await photo('black')
    const erased: string[] = []
    const store = {
      put: async () => undefined,
      get: async () => new Uint8Array(),
      erase: async (_tenant: number, id: string) => erased.push(id) > 0,
    }
    clock.advance(25 * 3_600_000)
    await sweepJob(store).run(app.world, 1)
    expect(erased).toContain(fileId)
    expect(await rows(`select 1 from file where id = '${fileId}' and erased_at is null`)).toEqual([])
    expect((await anybody.report({ fileIds: [fileId] })).body).toMatchObject({ code: 'file.unknown' })
  })
})
