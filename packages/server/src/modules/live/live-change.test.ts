import { EVENTS } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../kernel/event-store.ts'
import { changeOf, mayHear, sayBeat, sayChange } from './live-change.ts'

const CASE = '0197f0a0-0000-7000-8000-000000000001'
const UNIT = '0197f0a0-0000-7000-8000-000000000002'
const event: StoredEvent = {
  seq: 7,
  id: '0197f0a0-0000-7000-8000-000000000003',
  type: 'case.dispatched',
  stream: 'case',
  streamId: CASE,
  streamVersion: 3,
  payload: {
    kind: 'request',
    move: 'dispatch',
    placeCode: '210105001010001',
    itemCode: '09001',
    ownerUnitId: UNIT,
    unitId: null,
    unitIds: [UNIT],
    to: 'dispatched',
    contentIds: [{ field: 'words', id: UNIT }],
    solved: null,
  },
  recordedAt: 1_790_000_000_000,
  actorKind: 'account',
  actorAccount: UNIT,
  actorPost: UNIT,
}
const change = {
  seq: 7,
  type: 'case.dispatched',
  caseId: CASE,
  placeCode: '210105001010001',
  unitIds: [UNIT],
  kind: 'request',
  move: 'dispatch',
  itemCode: '09001',
  unitId: null,
  ownerUnitId: UNIT,
  state: 'dispatched',
  at: 1_790_000_000_000,
}

test('an event is told by ids, codes and times: not who did it, nor what was written', () => {
  expect(changeOf(event)).toEqual(change)
  expect(sayChange(change)).toBe(`id: 7\nevent: case.dispatched\ndata: ${JSON.stringify(change)}\n\n`)
  expect(sayBeat(9)).toBe(': beat\nid: 9\n\n')
})

test('an event without a place is told to nobody', () => {
  expect(Object.keys(EVENTS)).toContain('follow.otpAsked')
  expect(
    changeOf({ ...event, type: 'follow.otpAsked', payload: { caseId: CASE, contentId: UNIT } }),
  ).toBeUndefined()
})

test('one more “me too” is told to whoever may see the matter, by its id and place; the first ones had no place', () => {
  const said = {
    caseId: CASE,
    byPhone: true,
    placeCode: '210105001010001',
    unitIds: [UNIT],
    itemCode: '09001',
  }
  const meToo = { ...event, type: 'echo.meTooSaid', stream: 'me-too', streamId: UNIT, payload: said }
  expect(changeOf(meToo)).toEqual({
    ...change,
    type: 'echo.meTooSaid',
    ...{ kind: null, move: null, unitId: null, ownerUnitId: null, state: null },
  })
  expect(changeOf({ ...meToo, payload: { caseId: CASE, byPhone: true } })).toBeUndefined()
})

const post = (role: 'communitySecretary' | 'handler' | 'auditor', unitId: string, placeCode: string) => ({
  post: { role, unitId, placeCode },
  followedCaseId: null,
})
test.each([
  ['the community of the matter', post('communitySecretary', 'x', '210105001010'), true],
  ['the community beside it', post('communitySecretary', 'x', '210105001011'), false],
  ['a department that handles it', post('handler', UNIT, '210105'), true],
  ['a department that does not', post('handler', CASE, '210105'), false],
  ['an auditor, who sees no matters', post('auditor', UNIT, '210105'), false],
  ['nobody in particular', { post: null, followedCaseId: null }, false],
])('%s hears of it as far as it may see it', (_, asking, heard) => {
  expect(mayHear(asking, change)).toBe(heard)
})

test('a step at the gate is told to the department that asks, to communities once they are asked, and to the gatekeeper', () => {
  const recipient = (unitId: string, state: string) => ({ unitId, communityCode: '210105001010', state })
  const step = (...recipients: object[]) => ({
    ...event,
    ...{ type: 'gate.passed', stream: 'gate', payload: { move: 'pass', unitId: 'department', recipients } },
  })
  const told = changeOf(step(recipient('asked', 'waiting'), recipient('notYet', 'listed')))
  if (!told) throw new Error('a step at the gate is told')
  const hears = (role: 'communitySecretary' | 'handler' | 'gatekeeper' | 'dispatcher', unitId: string) =>
    mayHear({ post: { role, unitId, placeCode: '210105' }, followedCaseId: null }, told)
  expect(hears('handler', 'department')).toBe(true)
  expect(hears('handler', 'another')).toBe(false)
  expect(hears('communitySecretary', 'asked')).toBe(true)
  expect(hears('communitySecretary', 'notYet')).toBe(false)
  expect(hears('gatekeeper', 'gate')).toBe(true)
  expect(hears('dispatcher', 'centre')).toBe(false)
  const said = { seq: 7, type: 'gate.passed', requestId: CASE, at: event.recordedAt }
  expect(sayChange(told)).toBe(`id: 7\nevent: gate.passed\ndata: ${JSON.stringify(said)}\n\n`)
})
