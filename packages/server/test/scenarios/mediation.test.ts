import { type CaseView, type FollowView, ROUTES } from '@lianxin/contract'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { begun, DISPUTE, mediated, NAMES, PHONES, postOf, says, TRACES, tablesSeen } from './disputes.ts'
import { mediationsFromRequests } from './mediations-from-requests.ts'
import { describeInTown } from './open-town.ts'
import type { Person } from './people.ts'
import { accountId, COMMUNITIES, PERSON_NAMES, type PersonName } from './town.ts'

/** Of the one matter that everybody looks for. */
const QUARREL = '夜里跳操,楼下一家睡不好'
const AGREEMENT = '楼上出三千元修好防水'
const SEED = 20_261_128

describeInTown('a mediation', (town) => {
  mediationsFromRequests(town)
  afterEach(() => expect(town().faults.splice(0)).toEqual([]))

  test('of two parties goes from the consent of each to an agreement that each confirmed and that is kept', async () => {
    const { caseId, a, b } = await begun(town())
    const mine = async (party: Person) => (await party.get<FollowView>('/api/follow/case')).body
    expect((await mine(a)).parties.map(({ you }) => you).sort()).toEqual([false, true])
    expect(await says(town(), a, caseId, 'consent')).toBe('asked')
    // Nobody consents twice, and nobody for the other.
    const again = await a.followedMove({ move: 'consent', expectedVersion: await town().versionOf(caseId) })
    expect(again.body.code).toBe('case.flag-there')
    expect((await mine(b)).moves.map(({ move }) => move)).toContain('consent')
    expect(await says(town(), b, caseId, 'consent')).toBe('naming')

    const wrong = {
      move: 'propose',
      expectedVersion: await town().versionOf(caseId),
      personId: accountId('worker1'),
    }
    expect((await (await town().as('mediator1')).move(caseId, wrong)).body.code).toBe('case.person-unknown')
    await town().step('mediator1', caseId, 'propose', { personId: accountId('mediator2') })
    expect((await (await town().as('mediator1')).get(`/api/cases/${caseId}`)).status).toBe(200)
    await town().step('mediator2', caseId, 'accept')
    // Whoever wrote it down is out of it from here on.
    expect((await (await town().as('mediator1')).get(`/api/cases/${caseId}`)).status).toBe(404)
    expect((await mine(b)).namedName).toBe('某mediator2')

    await says(town(), a, caseId, 'tellMediator', { words: '其实我愿意出一半' })
    await town().step('mediator2', caseId, 'draft', { words: AGREEMENT, choices: { form: 'written' } })
    expect(JSON.stringify(await mine(b))).toContain(AGREEMENT)
    expect(JSON.stringify(await mine(b))).not.toContain('其实我愿意出一半')
    expect(await says(town(), a, caseId, 'confirmAgreement')).toBe('confirming')
    expect(await says(town(), b, caseId, 'rejectAgreement', { words: '工期太长' })).toBe('mediating')
    await town().step('mediator2', caseId, 'draft', { words: AGREEMENT, choices: { form: 'oral' } })
    // What was confirmed was another text.
    expect(await says(town(), a, caseId, 'confirmAgreement')).toBe('confirming')
    expect(await says(town(), b, caseId, 'confirmAgreement')).toBe('agreed')

    const desk = await (await town().as('mediator2')).get<CaseView>(`/api/cases/${caseId}`)
    expect(desk.body.flags.map(({ flag }) => flag)).toContain('judicial')
    expect(desk.body.parties.map(({ masked }) => masked)).toEqual([true, true])
    // Each party has the read in its own list, with who it was.
    const reads = await town().rows<{ n: number }>(`
      select count(distinct r.id)::int as n from case_requester r join read_ledger l on l.tenant = r.tenant and r.id = any (l.subjects)
      where r.tenant = 1 and r.case_id = '${caseId}' and l.account = '${accountId('mediator2')}' and l.view = 'case.view'`)
    expect(reads).toEqual([{ n: 2 }])
    await town().later(31 * 86_400_000)
    await town().step('mediator2', caseId, 'visit', { words: '正在修' })
    const over = await (await town().as('mediator2')).get<CaseView>(`/api/cases/${caseId}`)
    expect(over.body.flags.map(({ flag }) => flag)).not.toContain('judicial')
    expect(await town().step('mediator2', caseId, 'fulfil', { words: '修好了' })).toMatchObject({
      state: 'fulfilled',
    })
  })

  test('does not begin, or ends, when a party says no; and is written down for two people only', async () => {
    const first = await begun(town())
    expect(await says(town(), first.a, first.caseId, 'consent')).toBe('asked')
    expect(await says(town(), first.b, first.caseId, 'withdraw', { reason: '不愿意' })).toBe('ended')
    const second = await mediated(town())
    expect(await says(town(), second.a, second.caseId, 'withdraw')).toBe('ended')
    const mediator = await town().as('mediator1')
    const lone = { kind: 'mediation', words: DISPUTE, where: { communityCode: COMMUNITIES[0] } }
    const alone = await mediator.post<{ code: string }>('/api/cases/raised', {
      ...lone,
      parties: [{ name: NAMES[0] }],
    })
    expect(alone.body.code).toBe('case.parties-missing')
    const same = NAMES.slice(0, 2).map((name) => ({ name, phone: PHONES[0] }))
    const twice = await mediator.post<{ code: string }>('/api/cases/raised', { ...lone, parties: same })
    expect(twice.body.code).toBe('case.party-phone-twice')
  })

  test('gets another mediator once for each party, and never one who withdrew', async () => {
    const { caseId, a } = await mediated(town())
    expect(await says(town(), a, caseId, 'askAnother')).toBe('naming')
    expect((await (await town().as('mediator2')).get(`/api/cases/${caseId}`)).status).toBe(404)
    const proposing = async (name: PersonName) =>
      (await town().as('mediator1')).move(caseId, {
        ...{ move: 'propose', personId: accountId(name) },
        expectedVersion: await town().versionOf(caseId),
      })
    expect((await proposing('mediator2')).body.code).toBe('case.person-recused')
    expect((await proposing('mediator3')).status).toBe(200)
    const once = await a.followedMove({ move: 'askAnother', expectedVersion: await town().versionOf(caseId) })
    expect(once.body.code).toBe('case.flag-there')
    expect(await town().step('mediator3', caseId, 'recuse', { reason: '当事人是我亲戚' })).toMatchObject({
      state: 'naming',
    })
    expect((await (await town().as('mediator3')).get(`/api/cases/${caseId}`)).status).toBe(404)
  })

  test('lets nobody in by the number and code of one party as the other, nor by the code sent to the other', async () => {
    const { number, receipts, caseId, a } = await begun(town())
    expect(new Set(receipts.map(({ followCode }) => followCode)).size).toBe(2)
    await town().anybody.post('/api/follow/otp', { number, phone: PHONES[1] })
    const hashes = await town().rows<{ n: number }>(
      `select count(*)::int as n from follow_otp where tenant = 1 and case_id = '${caseId}'`,
    )
    expect(hashes).toEqual([{ n: 1 }])
    expect((await a.get<FollowView>('/api/follow/case')).body.parties.filter(({ you }) => you)).toHaveLength(
      1,
    )
    const echo = await a.post<{ code: string }>('/api/follow/echo', { agreed: true })
    expect(echo.body.code).toBe('auth.denied')
  })

  test('is read by nobody else: through no route of any role, and in no table as anybody else', async () => {
    const { caseId, number, a } = await mediated(town(), QUARREL)
    await says(town(), a, caseId, 'tellMediator', { words: '其实我愿意出六成' })
    await town().caughtUp()
    const parties = await town().rows<{ id: string }>(
      `select id from case_requester where tenant = 1 and case_id = '${caseId}'`,
    )
    const secrets = [caseId, number, QUARREL, ...NAMES.slice(0, 2), ...PHONES.slice(0, 2), '其实我愿意出六成']
    const outsiders = PERSON_NAMES.filter((name) => name !== 'mediator2')
    const paths = ROUTES.filter(({ method, id }) => method === 'GET' && id !== 'live.stream').map(
      ({ path }) => path.replaceAll(':id', caseId).replaceAll(/:[a-zA-Z]+/g, caseId),
    )
    const asked = paths.flatMap((path) =>
      [path, `${path}?number=${number}`, `${path}?kind=mediation&box=all`].slice(
        0,
        path === '/api/cases' ? 3 : 1,
      ),
    )
    const pairs = outsiders.flatMap((name) => asked.map((url) => [name, url] as const))
    const always = pairs.filter(([, url]) => /^\/api\/(cases|alerts)/.test(url))
    for (const [name, url] of [
      ...always,
      ...fc.sample(fc.constantFrom(...pairs), { numRuns: 200, seed: SEED }),
    ]) {
      const { text } = await (await town().as(name)).get(url, { purpose: 'handleCase' })
      // The demonstration's telephone shows to which made-up number a message would have gone, and no word of the matter.
      const hidden =
        url === '/api/demo/messages'
          ? secrets.filter((one) => !PHONES.some((phone) => phone === one))
          : secrets
      expect([name, url, hidden.filter((secret) => text.includes(secret))]).toEqual([name, url, []])
    }

    const hung = [caseId, number, parties[0]?.id]
    for (const name of ['dutyOfficer', 'secretary1', 'auditor', 'systemAdmin', 'mediator1'] as const)
      expect([
        name,
        (await tablesSeen(town(), postOf(name), hung)).filter((table) => !TRACES.includes(table)),
      ]).toEqual([name, []])
    expect(await tablesSeen(town(), { kind: 'anonymous' }, hung)).toEqual(
      expect.not.arrayContaining(['grid_case', 'content', 'event', 'case_requester']),
    )
    expect(await tablesSeen(town(), postOf('mediator2'), hung)).toEqual(
      expect.arrayContaining([
        'case_detail',
        'case_flag',
        'case_requester',
        'clock',
        'content',
        'event',
        'grid_case',
      ]),
    )
  })

  test('every table that hangs on matters has the wall around circles', async () => {
    const bare = await town().rows<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'circle_read') order by 1`)
    expect(bare.map(({ name }) => name)).toEqual(NEVER_CONFIDENTIAL)
  })
})

/** Tables about matters of kinds that are public, counted or asked for by the house: no confidential matter has a row in them. */
const NEVER_CONFIDENTIAL =
  'case_opening echo_consent echo_entry echo_me_too echo_picture figure_open phone_proof rating_late rating_response rating_round rating_verdict stationed_advice_call'.split(
    ' ',
  )
