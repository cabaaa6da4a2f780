import { expect, test } from 'vitest'
import { deliberation } from '../kinds/deliberation.ts'
import { currentKind, KINDS } from '../kinds/kinds.ts'
import { request2 } from '../kinds/request-2.ts'
import { whistle } from '../kinds/whistle.ts'
import { countVote } from '../rules/vote.ts'
import { decidedKind, type KeptRules, settingsOf } from './decided-kind.ts'
import { SETTINGS } from './settings.ts'

const RULES = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { initial }]) => [name, initial]),
) as unknown as KeptRules

test.each(KINDS.map((kind) => [`${kind.kind} (version ${kind.version})`, kind] as const))(
  'a district that has decided nothing runs a %s by the limits of the house',
  (_, kind) => {
    const { clocks, reopenWindowDays, votes } = decidedKind(kind, RULES)
    expect(votes).toEqual(kind.votes)
    expect(clocks).toEqual(kind.clocks)
    if (kind.reopenWindowDays > 0) expect(reopenWindowDays).toBe(RULES.reopenWindowDays)
    expect(settingsOf(kind).every((name) => name in SETTINGS)).toBe(true)
  },
)

test('how far ahead a date may be named, and how long acting on a whistle may take, are the district’s, for what begins then', () => {
  const days = (amount: number) => ({ amount, kind: 'calendarDay' }) as const
  const stepLimits = [
    { kind: 'rectification', clock: 'remedy', limit: days(30) },
    { kind: 'topic', clock: 'work', limit: days(60) },
    { kind: 'request', clock: 'suspended', limit: days(45) },
  ]
  const { initial } = SETTINGS.whistleLimits
  const whistleLimits = { ...initial, request: { ...initial.request, act: days(2) } }
  const clocks = (name: string) =>
    decidedKind(currentKind(name), { ...RULES, stepLimits, whistleLimits }).clocks
  expect(clocks('rectification')['remedy']?.limit).toEqual({ until: 30 })
  expect(clocks('topic')['work']?.limit).toEqual({ until: 60 })
  expect(clocks('request')['suspended']?.limit).toEqual({ until: 45 })
  expect(clocks('finding')['suspended']?.limit).toEqual(currentKind('finding').clocks['suspended']?.limit)
  expect(clocks('whistle')['act']?.limit).toMatchObject({
    of: { request: days(2), keyWork: initial.keyWork.act },
  })
  const { faults } = SETTINGS.stepLimits
  const inHours = { kind: 'topic', clock: 'work', limit: { amount: 60, kind: 'workingHour' as const } }
  expect(faults?.([inHours]).map(({ field }) => field)).toEqual(['0.limit.kind'])
})

test('a step that the district has given another limit has that one, in this kind of matter only', () => {
  const limit = { amount: 1, kind: 'urgentHour' } as const
  const decided = decidedKind(request2, {
    ...RULES,
    stepLimits: [{ kind: 'request', clock: 'triage', limit }],
  })
  expect(decided.clocks['triage']?.limit).toEqual(limit)
  expect(decided.clocks['dispatch']).toEqual(request2.clocks['dispatch'])
})

test('called units answer and come within what the district has decided for the cause', () => {
  const own = SETTINGS.whistleLimits.initial
  const limits = { ...own, emergency: { ...own.emergency, arrive: { amount: 20, kind: 'urgentHour' } } }
  const { clocks } = decidedKind(whistle, { ...RULES, whistleLimits: limits })
  expect(clocks['arrive']?.limit).toMatchObject({ of: { emergency: limits.emergency.arrive } })
  expect(clocks['acknowledge']).toEqual(whistle.clocks['acknowledge'])
})

test('a kind that is never reopened is not reopened because others are', () => {
  expect(decidedKind(whistle, { ...RULES, reopenWindowDays: 30 }).reopenWindowDays).toBe(0)
  expect(decidedKind(request2, { ...RULES, reopenWindowDays: 30 }).reopenWindowDays).toBe(30)
})

test('a vote needs the shares that the district has decided, of heads and of area, and names the law that it gave', () => {
  const special = {
    ...SETTINGS.voteRules.initial.ownersSpecial,
    approve: 'fourFifths',
    law: '民法典（2021 版）',
  } as const
  const rules = { ...SETTINGS.voteRules.initial, ownersSpecial: special }
  const votes = decidedKind(deliberation, { ...RULES, voteRules: rules }).votes ?? {}
  const tally = (inFavour: number, inFavourAreaM2: number) => ({
    ...{ entitled: 100, present: 100, inFavour, entitledAreaM2: 1_000, presentAreaM2: 1_000, inFavourAreaM2 },
  })
  const passes = (name: string, heads: number, area: number) => {
    const vote = votes[name]
    return vote && countVote(vote, tally(heads, area)).passed
  }
  expect([passes('ownersSpecial', 80, 800), passes('ownersSpecial', 80, 799)]).toEqual([true, false])
  expect(passes('ownersOrdinary', 51, 501)).toBe(true)
  expect(votes['ownersSpecial']?.law.zh).toBe('民法典（2021 版）')
})
