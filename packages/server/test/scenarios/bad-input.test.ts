import { type ErrorCode, normaliseText } from '@lianxin/contract'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { describeInTown } from './open-town.ts'
import { commandId } from './people.ts'
import { problemOf } from './problem-of.ts'
import { pointIn } from './town.ts'

const HOUR = 3_600_000

describeInTown('what people may send', (town) => {
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  test.each([
    ['SQL', "'); drop table grid_case; --"],
    ['script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a formula', '=HYPERLINK("http://x.example","点我")'],
    ['a template', '#{7*7} {{7*7}} %s %n {owner} \\u0000'],
    ['emoji and rare characters', '𠮷👨‍👩‍👧‍👦 è é ﷽ ไทย'],
    ['marks that turn text round', 'safe\u202egpj.exe\u2066x'],
    ['control characters', 'a\u0000b\u0007c\u001bd\r\ne\tf'],
    ['half a character', 'broken \ud83d here'],
    ['two thousand faces', '😀'.repeat(2_000)],
  ])('%s travels through as text', async (_, words) => {
    const receipt = await town().report({
      words,
      where: { communityCode: '210105001001', detail: words.slice(0, 150) },
    })
    const { body: seen } = await (await town().follow(receipt)).get<{ words: string }>('/api/follow/case')
    expect(seen.words).toBe(normaliseText(words))
    const desk = await town().as('dispatcher')
    const { body, type } = await desk.get<{ words: string }>(`/api/cases/${receipt.caseId}`)
    expect([body.words, type]).toEqual([normaliseText(words), 'application/json; charset=utf-8'])
    const { text } = await desk.get(`/api/cases/export?number=${receipt.number}`, {
      purpose: 'superviseCase',
    })
    const cell = text.split('\r\n')[1]?.split(',').slice(11).join(',') ?? ''
    expect(cell).not.toMatch(/^"?[=+\-@]/)
    expect(cell).toContain([...normaliseText(words)].slice(0, 5).join('').replaceAll('"', '""'))
  })

  test.each([
    ['too few words', { words: '坏' }, 'words'],
    ['words that nobody can see', { words: '\u200b\u200b\u200b\u200b\u200b' }, 'words'],
    ['2,001 faces', { words: '😀'.repeat(2_001) }, 'words'],
    ['100,000 characters', { words: 'x'.repeat(100_000) }, 'words'],
    ['a field that does not exist', { admin: true }, 'admin'],
    ['a field that does not exist, within', { where: { point: { ...pointIn(), z: 3 } } }, 'where.point.z'],
    ['a number for words', { words: 12_345 }, 'words'],
    ['no words', { words: undefined }, 'words'],
    ['a telephone that is none', { contact: { phone: 'call me' } }, 'contact.phone'],
    ['a list where one thing belongs', { where: [] }, 'where'],
    ['ten photos', { fileIds: Array.from({ length: 10 }, () => crypto.randomUUID()) }, 'fileIds'],
    ['an id that is none', { fileIds: ['1 or 1=1'] }, 'fileIds.0'],
  ])('%s is refused with a sentence at its field', async (_, wrong, field) => {
    const body = { words: '楼道里的灯坏了', where: { point: pointIn() }, ...wrong }
    for (const language of ['zh', 'en'] as const) {
      const problem = problemOf(await town().anybody.post('/api/cases', body, { language }), language)
      expect(problem.code).toBe('input.invalid')
      expect(problem.fields?.map((one) => one.field)).toContain(field)
    }
  })

  const json = { 'content-type': 'application/json' }
  const good = JSON.stringify({ words: '楼道里的灯坏了', where: { point: pointIn() } })
  test.each<[string, string, string | Buffer, Record<string, string>, ErrorCode]>([
    ['JSON that breaks off', '/api/cases', '{"words":"坏', json, 'input.invalid'],
    ['no body', '/api/cases', '', json, 'input.invalid'],
    ['a body that is null', '/api/cases', 'null', json, 'input.invalid'],
    ['bytes that are no text', '/api/cases', Buffer.from([0xff, 0xfe, 0x00]), json, 'input.invalid'],
    ['a prototype', '/api/cases', `{"__proto__":{"a":1},${good.slice(1)}`, json, 'input.invalid'],
    ['brackets 100,000 deep', '/api/cases', '['.repeat(1e5) + ']'.repeat(1e5), json, 'input.invalid'],
    ['objects 20,000 deep', '/api/cases', `${'{"a":'.repeat(2e4)}1${'}'.repeat(2e4)}`, json, 'input.invalid'],
    ['another content type', '/api/cases', good, { 'content-type': 'text/plain' }, 'input.invalid'],
    [
      'a form',
      '/api/cases',
      'words=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'input.invalid',
    ],
    ['XML', '/api/cases', '<a/>', { 'content-type': 'application/xml' }, 'input.invalid'],
    ['a content type that is none', '/api/cases', good, { 'content-type': 'a;;b' }, 'input.invalid'],
    ['a megabyte', '/api/cases', `"${'x'.repeat(1e6)}"`, json, 'input.too-large'],
    ['no command id', '/api/cases', good, { ...json, 'idempotency-key': '' }, 'input.key-missing'],
    [
      'a command id that is none',
      '/api/cases',
      good,
      { ...json, 'idempotency-key': 'again' },
      'input.key-missing',
    ],
    [
      'a command id by chance alone',
      '/api/cases',
      good,
      { ...json, 'idempotency-key': crypto.randomUUID() },
      'input.key-missing',
    ],
    ['another site', '/api/cases', good, { ...json, origin: 'https://evil.example' }, 'auth.denied'],
    ['an origin that is none', '/api/cases', good, { ...json, origin: '%%%' }, 'auth.denied'],
    ['another tenant', '/api/cases', good, { ...json, 'x-tenant': "1' or '1'='1" }, 'not-found'],
    ['a path that does not exist', '/api/nothing', good, json, 'not-found'],
    ['a path that cannot be read', '/api/cases/%E0%A4%A/moves', good, json, 'input.invalid'],
    [
      'a case id that is none',
      '/api/cases/1/moves',
      '{"move":"sign","expectedVersion":1}',
      json,
      'input.invalid',
    ],
    ['JSON where a photo belongs', '/api/files', good, json, 'input.invalid'],
    [
      'a cookie that is none',
      '/api/cases',
      good.replace('灯', ''),
      { ...json, cookie: '=;%00; lianxin.session_token=%00.x', origin: 'null' },
      'auth.denied',
    ],
  ])('%s is a clear problem', async (_, url, body, headers, code) => {
    for (const language of ['zh', 'en'] as const)
      expect(problemOf(await town().anybody.post(url, body, { headers, language }), language).code).toBe(code)
  })

  test('a command id more than a day ahead says that the device’s clock is wrong', async () => {
    const { anybody, clock } = town()
    const { status } = await anybody.report({}, { key: commandId(clock.now() + 23 * HOUR) })
    expect(status).toBe(200)
    const ahead = await anybody.report({}, { key: commandId(clock.now() + 25 * HOUR) })
    expect(problemOf(ahead).code).toBe('input.key-future')
  })

  const cursor = (text: string) => Buffer.from(text).toString('base64url')
  test.each([
    `/api/cases?cursor=${cursor(`1.${'-'.repeat(36)}`)}`,
    `/api/cases?cursor=${cursor(`999999999999999.${commandId(0)}`)}`,
    '/api/cases?cursor=garbage',
    '/api/cases?limit=1e300',
    '/api/cases?limit=-1',
    '/api/cases?box=everything',
    '/api/cases?sort=due;drop',
    '/api/cases?nothing=1',
    '/api/cases?placeCode=2101%27',
    '/api/cases?open=maybe',
    '/api/cases/%00',
    '/api/live?since=1e300',
    '/api/live?since=-1',
  ])('a question that makes no sense is refused: %s', async (url) => {
    expect(problemOf(await (await town().as('dispatcher')).get(url)).code).toBe('input.invalid')
  })

  test.each([
    '/api/cases?itemCode=%00&state=%00&cursor=%00',
    `/api/cases?number=${encodeURIComponent("HG' or 1=1 --\u0000")}`,
    '/api/cases?state=%F0%9F%98%80%27%22%3B--',
    `/api/cases?cursor=${cursor('253402300799999.ffffffff-ffff-ffff-ffff-ffffffffffff')}`,
    '/api/places/search?q=%25%00_%27%5C',
    '/api/places/210105001/children',
  ])('a strange question gets an answer all the same: %s', async (url) => {
    expect((await (await town().as('dispatcher')).get(url)).status).toBe(200)
  })

  test('an hour that no calendar holds is refused, and so is one that is over', async () => {
    const { report, step, as, versionOf } = town()
    const { caseId } = await report()
    await step('worker1', caseId, 'triage', { itemCode: 'lamp' })
    const [unit] = (await (await as('dispatcher')).get<{ id: string }[]>('/api/units')).body
    const ask = async (dueAt: number) => {
      const input = {
        move: 'dispatch',
        expectedVersion: await versionOf(caseId),
        units: [{ unitId: unit?.id ?? '', role: 'lead' as const }],
      }
      return problemOf(await (await as('dispatcher')).move(caseId, { ...input, dueAt, reason: '改期' })).code
    }
    expect(await ask(1e300)).toBe('input.invalid')
    expect(await ask(8.7e15)).toBe('input.invalid')
    expect(await ask(town().clock.now() - HOUR)).toBe('case.deadline-past')
  })

  test('the sentence says in the reader’s language what state a matter is in, and what is missing', async () => {
    const { report, as } = town()
    const { caseId } = await report()
    const worker = await as('worker1')
    const ask = (language: string, move: string) =>
      worker.move(caseId, { move, expectedVersion: 1 }, { language })
    expect(problemOf(await ask('zh', 'pass')).title).toContain('待研判')
    expect(problemOf(await ask('en', 'pass'), 'en').title).toContain('To be triaged')
    expect(problemOf(await ask('zh', 'triage')).title).toContain('事项')
    expect(problemOf(await ask('en', 'triage'), 'en').title).toContain('item')
  })

  describe('whatever is sent', () => {
    test('the answer is never a fault of the house', async () => {
      const { anybody, as, report } = town()
      const { caseId } = await report()
      const dispatcher = await as('dispatcher')
      const anything = fc.jsonValue({ maxDepth: 3, noUnicodeString: false })
      const seeming = fc.record(
        {
          words: anything,
          where: fc.record({ point: anything, communityCode: anything }, { requiredKeys: [] }),
          contact: anything,
        },
        { requiredKeys: [] },
      )
      const move = fc.record({
        move: fc.constantFrom('triage', 'dispatch', 'toString', '__proto__'),
        expectedVersion: anything,
        units: anything,
        dueAt: fc.double(),
        level: anything,
      })
      await fc.assert(
        fc.asyncProperty(fc.oneof(anything, seeming), move, async (body, input) => {
          expect((await anybody.post('/api/cases', body)).status).toBeLessThan(500)
          expect((await dispatcher.post(`/api/cases/${caseId}/moves`, input)).status).toBeLessThan(500)
          expect((await anybody.post('/api/follow', body)).status).toBeLessThan(500)
        }),
        { numRuns: 40 },
      )
    })
  })

  test('a session that was ended reads nothing more, whatever it had read just before', async () => {
    const auditor = await town().as('auditor')
    expect((await auditor.get('/api/ledger')).status).toBe(200)
    expect((await auditor.post('/api/auth/sign-out', {})).status).toBe(200)
    expect((await auditor.get('/api/ledger')).status).toBe(401)
  })
})
