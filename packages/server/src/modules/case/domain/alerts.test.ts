import { type CaseStep, currentKind, SETTINGS } from '@lianxin/contract'
import { describe, expect, test } from 'vitest'
import { CALENDAR, CASE_ID, COMMUNITY, ITEMS, UNITS } from '../../../../test/scenarios/model-district.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { alertsAbout, alertsForClock, type Telling, tellingOf } from './alerts.ts'
import { factsAfter } from './case-facts.ts'
import { clockPayload } from './clock-event.ts'
import { clockSentence } from './clock-sentences.ts'
import { decideReport } from './decide-report.ts'

const [centre, subdistrict, community] = UNITS
if (!centre || !subdistrict || !community) throw new Error('the model district has changed')
/** Community below subdistrict below command centre; some of them empty. */
const unitsWithout = (...empty: readonly string[]) =>
  UNITS.map((one) => ({
    ...one,
    parentId: one.id === community.id ? subdistrict.id : one.parentId,
    staffed: !empty.includes(one.id),
  }))
const names = new Map(UNITS.map((one) => [one.id, one]))

/** A matter of this kind whose first clock is running, with what is asked about it. */
function matter(name: string, level: number, units = unitsWithout()) {
  const kind = { ...currentKind(name), ladder: SETTINGS.ladder.initial }
  const item = { ...ITEMS[0], level } as (typeof ITEMS)[number]
  const [event] = decideReport(
    {
      ...{ caseId: CASE_ID, kind, item, units, calendar: CALENDAR, contentIds: [], fileIds: [] },
      place: { placeCode: COMMUNITY, communityCode: COMMUNITY, gridCode: null },
      ...{ freshIds: ['1', '2', '3'], reporterId: null, ownUnitId: community?.id ?? null, admissionId: null },
    },
    Date.parse('2026-09-07T09:00+08:00'),
  ) as readonly NewEvent<CaseStep>[]
  if (!event) throw new Error('the report was refused')
  const facts = factsAfter(CASE_ID, 1, event.payload)
  const [clock] = facts.clocks
  if (!clock) throw new Error('no clock is running')
  const newId = () => 'new'
  return {
    facts,
    tells: (percent: number, before: readonly (string | null)[] = []) =>
      tellingOf(percent, clock, facts, { kind, item, units }, before),
    raises: (percent: number, telling: Telling) =>
      alertsForClock(percent, clock, facts, telling, newId).map((one) => [
        one.kind,
        one.aboutUnitId,
        one.unitId,
      ]),
    says: (percent: number, telling: Telling) =>
      clockSentence(kind, { ...clockPayload(facts, clock), percent, ...telling }, names).en,
    missing: () =>
      alertsAbout(facts, { kind, item, units, calendar: CALENDAR }, { now: facts.openedAt, newId }).map(
        (one) => [one.kind, one.aboutUnitId, one.unitId],
      ),
  }
}

describe('nothing that stands above is passed over in silence', () => {
  test('a finding of level 1 that the grid keeps: past the community that has it, and each unit once', () => {
    const { tells, raises, says } = matter('finding', 1)
    const first = tells(100)
    expect(first).toEqual({
      ...{ aboutUnitId: community.id, toldUnitId: subdistrict.id, emptyUnitIds: [], ownRung: true },
    })
    expect(raises(100, first)).toEqual([['overdue', community.id, subdistrict.id]])
    expect(says(100, first)).toContain('Unit 3 stands on that rung itself, so it goes further up')
    const second = tells(200, [subdistrict.id])
    expect(second).toMatchObject({ toldUnitId: subdistrict.id, toldBefore: true })
    expect(raises(200, second)).toEqual([])
    expect(says(200, second)).toContain('Unit 2 was told before and still has to see to it.')
    expect(tells(300, [subdistrict.id])).toEqual({
      ...{ aboutUnitId: community.id, toldUnitId: centre.id, emptyUnitIds: [] },
    })
  })

  test('a clock from which no ladder leads names the unit above where nobody is', () => {
    const { tells, raises, says } = matter('request', 2, unitsWithout(subdistrict.id))
    const telling = tells(100)
    expect(telling).toEqual({
      ...{ aboutUnitId: community.id, toldUnitId: centre.id, emptyUnitIds: [subdistrict.id] },
    })
    expect(raises(100, telling)).toEqual([
      ['overdue', community.id, centre.id],
      ['unitMissing', subdistrict.id, centre.id],
    ])
    expect(says(100, telling)).toContain('nobody is on duty at Unit 2, so it goes further up')
  })

  test('what an assignment waits for climbs as well, past nobody: the subdistrict first, then the district, each told once', () => {
    const { tells, raises } = matter('assignment', 1)
    const first = tells(100)
    expect(first).toMatchObject({ toldUnitId: subdistrict.id, ownRung: true })
    expect(tells(200, [subdistrict.id])).toMatchObject({ toldUnitId: subdistrict.id, toldBefore: true })
    expect(raises(300, tells(300, [subdistrict.id]))).toEqual([['rung', community.id, centre.id]])
  })

  test('of a limit between units nobody below whoever is late is told, and that nobody is above is said once', () => {
    const { tells, raises, says } = matter('topic', 4)
    const first = tells(100)
    expect(raises(100, first)).toEqual([
      ['overdue', centre.id, null],
      ['supervisorMissing', centre.id, null],
    ])
    expect(raises(200, tells(200, [null]))).toEqual([])
    expect(says(200, tells(200, [null]))).toContain('nobody is above')
    expect(matter('topic', 1, unitsWithout()).tells(100)).toMatchObject({ toldUnitId: centre.id })
  })

  test('where nobody is above at all, each is named and it is an alert of its own', () => {
    const { tells, raises } = matter('request', 2, unitsWithout(subdistrict.id, centre.id))
    expect(raises(100, tells(100)).map(([kind, about]) => [kind, about])).toEqual([
      ['overdue', community.id],
      ['unitMissing', subdistrict.id],
      ['unitMissing', centre.id],
      ['supervisorMissing', community.id],
    ])
  })

  test('an owner who is not there is told past a unit above that is not there either, which is named', () => {
    expect(matter('request', 2, unitsWithout(community.id)).missing()).toEqual([
      ['ownerMissing', community.id, subdistrict.id],
    ])
    expect(matter('request', 2, unitsWithout(community.id, subdistrict.id)).missing()).toEqual([
      ['ownerMissing', community.id, centre.id],
      ['unitMissing', subdistrict.id, centre.id],
    ])
  })
})
