import type { CaseView, FollowView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { atPage, NAMES, PHONES, postOf, says, TRACES, tablesSeen, writtenDown } from './disputes.ts'
import type { Town } from './open-town.ts'
import type { Person } from './people.ts'
import { COMMUNITIES, type PersonName } from './town.ts'

type Messages = { readonly rows: readonly { readonly to: string; readonly text: string }[] }

/** Told in the town that the mediations are told in. */
export function mediationsFromRequests(town: () => Town): void {
  test('comes of a request when its requester agrees: a party who consented, and nobody who handles the request reads it', async () => {
    const where = { communityCode: COMMUNITIES[0] }
    const request = await town().report({
      words: '楼上拖桌子,说了不听',
      where,
      contact: { name: NAMES[0], phone: PHONES[0] },
    })
    const resident = await town().follow(request)
    // A neighbour reported the same noise: told everything of the request, and nothing of the quarrel behind it.
    const contact = { phone: PHONES[2] }
    const neighbour = await town().report({ words: '夜里总有响声', where, contact })
    await town().step('secretary1', neighbour.caseId, 'merge', { otherId: request.caseId })
    const page = async (person: Person) => (await person.get<FollowView>('/api/follow/case')).body
    await town().step('worker1', request.caseId, 'triage', { itemCode: 'stairs' })
    await town().step('worker1', request.caseId, 'suggestMediation', { words: '可以请人调解。' })
    const { dueAt } = await page(resident)
    const mediator = await town().as('mediator1')
    const seeing = async () => (await mediator.get(`/api/cases/${request.caseId}`)).status
    expect(await seeing()).toBe(404)
    await says(town(), resident, request.caseId, 'agreeMediation')
    // From here on the committee sees the request, has a clock of its own, and writes the other side down.
    expect(await seeing()).toBe(200)
    const more = { aroseFromId: request.caseId, parties: [{ name: NAMES[1], phone: PHONES[1] }] }
    const { caseId, number, people } = await writtenDown(town(), more)
    const [other] = people
    if (!other) throw new Error('the other side has a receipt')
    expect(people).toHaveLength(1)
    expect(await seeing()).toBe(404)

    const after = await page(resident)
    expect([after.state, after.dueAt]).toEqual(['triaged', dueAt])
    expect(after.begun.map((one) => one.number)).toEqual([number])
    const party = await atPage(town(), number, after.begun[0]?.followCode ?? '')
    expect((await page(party)).parties.find(({ you }) => you)?.noted.map(({ zh }) => zh)).toEqual([
      '同意调解',
    ])
    // Nobody consented for the other side.
    expect((await page(other)).parties.find(({ you }) => you)?.noted).toEqual([])
    expect(await says(town(), other, caseId, 'consent')).toBe('naming')

    await town().step('worker1', request.caseId, 'takeUp', { itemCode: 'stairs', words: '上门看看。' })
    const joined = await (await town().follow(neighbour)).get<FollowView>('/api/follow/case')
    expect(joined.body.joined?.timeline.map(({ words }) => words)).toContain('上门看看。')
    await town().caughtUp()
    const phone = (await (await town().as('secretary1')).get<Messages>('/api/demo/messages')).body
    const heard = phone.rows.flatMap(({ to, text }) => (to === PHONES[2] ? [text] : [])).join()
    expect(heard).toContain('正在办理')
    for (const secret of ['调解', number, caseId, NAMES[1], PHONES[1]])
      expect([joined.text, heard].filter((told) => told.includes(secret))).toEqual([])
    const ids = await town().rows<{ id: string }>(
      `select id from case_requester where tenant = 1 and case_id = '${caseId}'`,
    )
    const secrets = [caseId, number, NAMES[1], PHONES[1], ...ids.map(({ id }) => id)]
    for (const name of ['worker1', 'secretary1', 'sub1Dispatcher', 'dutyOfficer', 'mediator3'] as const) {
      const person = await town().as(name)
      for (const path of ['', '/requester', '/near'])
        for (const secret of secrets)
          expect(
            (await person.get(`/api/cases/${request.caseId}${path}`, { purpose: 'handleCase' })).text,
          ).not.toContain(secret)
      expect((await person.get(`/api/cases/${caseId}`)).status).toBe(404)
      const seen = await tablesSeen(town(), postOf(name), secrets)
      expect([name, seen.filter((table) => !TRACES.includes(table))]).toEqual([name, []])
    }
    // The requester, at the page of the request, reads nothing of the mediation but the own way in.
    const own = await town().rows<{ id: string }>(
      `select id from case_requester where tenant = 1 and case_id = '${request.caseId}'`,
    )
    const asRequester = { kind: 'requester', caseId: request.caseId, requesterId: own[0]?.id ?? '' } as const
    const shown = await tablesSeen(town(), asRequester, secrets)
    expect(shown.filter((table) => !TRACES.includes(table))).toEqual([])
  })

  test('is suggested once: who says no is not asked again, and where nobody mediates nobody is asked', async () => {
    const request = await town().report({ words: '楼下占道', where: { communityCode: COMMUNITIES[0] } })
    const resident = await town().follow(request)
    await town().step('worker1', request.caseId, 'suggestMediation', { words: '可以请人调解。' })
    await says(town(), resident, request.caseId, 'declineMediation')
    const trying = async (name: PersonName, { caseId }: { caseId: string }) =>
      (await town().as(name)).move(caseId, {
        ...{ move: 'suggestMediation', words: '再想想。' },
        expectedVersion: await town().versionOf(caseId),
      })
    expect((await trying('worker1', request)).body.code).toBe('case.flag-there')
    const elsewhere = await town().report({ words: '楼下占道', where: { communityCode: COMMUNITIES[1] } })
    expect((await trying('secretary2', elsewhere)).body.code).toBe('case.no-mediators')
    const shown = await (await town().as('secretary2')).get<CaseView>(`/api/cases/${elsewhere.caseId}`)
    expect(shown.body.moves.map(({ move }) => move)).not.toContain('suggestMediation')
  })
}
