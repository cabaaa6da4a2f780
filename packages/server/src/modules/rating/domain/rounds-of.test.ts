import type { AssignmentFact, CaseStep, ClockFact } from '@lianxin/contract'
import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../../kernel/event-store.ts'
import { lateOf, roundsOf } from './rounds-of.ts'

const day = (text: string) => Date.parse(`2026-${text}T12:00+08:00`)

const assigned = (unitId: string, more: Partial<AssignmentFact> = {}): AssignmentFact => ({
  ...{ id: `of ${unitId}`, unitId, role: 'lead', state: 'signed', round: 0, handledBy: [] },
  ...more,
})
/** A handling clock of a unit: until when, and when it stopped. */
const handling = (unitId: string, due: string, stopped: string | null, more: Partial<ClockFact> = {}) => ({
  ...{ id: `${unitId} ${due}`, clock: 'handle', assignmentId: `of ${unitId}`, startedAt: day('10-02') },
  ...{ dueAt: day(due), provisional: false, stoppedAt: stopped === null ? null : day(stopped) },
  ...{ firedAt: null, left: null },
  ...more,
})

/** That it was taken from A, on each of these days. */
const takings = (...days: readonly string[]) =>
  days.map((at) => ({
    ...{ id: `taken ${at}`, flag: 'takenFrom', unitId: 'A', accountId: null, raisedAt: day(at) },
    ...{ until: null, ownerUnitId: null },
  }))

const stepOf = (at: string, more: Partial<CaseStep>): StoredEvent<CaseStep> => ({
  ...{ id: 'event', type: 'case.told', stream: 'case', streamId: 'matter', streamVersion: 9, seq: 9 },
  ...{ recordedAt: day(at), actorKind: 'account', actorAccount: null, actorPost: null },
  payload: {
    ...{ kind: 'request', kindVersion: 4, move: 'tell', from: 'handling', to: 'handling' },
    ...{ placeCode: '210105001001', communityCode: '210105001001', gridCode: null },
    ...{ itemCode: 'lamp', itemVersion: 1, level: 4, ownerUnitId: null, unitIds: [], reporterId: null },
    ...{ dueAt: null, openedAt: day('10-02'), closedAt: null, reopenedCount: 0, solved: null },
    ...{ satisfaction: null, assignments: [], clocks: [], flags: [], choices: {}, counts: {}, climbed: 0 },
    ...{ rung: 'district', initiatorUnitId: null, admissionId: null, mergedIntoId: null, contentIds: [] },
    ...{ fileIds: [], unitId: null, assignmentId: null, scores: null, tally: null },
    ...more,
  },
})

/** Unit, answerable for the whole, late from, late until. */
const lines = (event: StoredEvent<CaseStep>) =>
  lateOf(event).map(({ unitId, led, lateFrom, lateUntil }) => [unitId, led, lateFrom, lateUntil])
/** Round, its unit, late from. */
const rounds = (event: StoredEvent<CaseStep>) =>
  roundsOf(event).map(({ round, unitId, lateFrom }) => [round, unitId, lateFrom])

describe('who is late', () => {
  test('a unit that gave the matter back after its deadline, until another one signed', () => {
    const clocks = [handling('A', '10-10', '10-12'), handling('B', '10-20', null)]
    const signed = stepOf('10-12', {
      assignments: [assigned('A', { state: 'returned' }), assigned('B')],
      clocks,
    })
    expect(lines(signed)).toEqual([
      ['A', true, day('10-10'), day('10-12')],
      ['B', true, day('10-20'), null],
    ])
    expect(rounds(signed)).toEqual([[0, 'B', day('10-10')]])
  })

  test('nobody, where it was given back and signed for by another in time', () => {
    const clocks = [handling('A', '10-10', '10-08'), handling('B', '10-20', '10-15')]
    const done = [assigned('A', { state: 'returned' }), assigned('B', { state: 'done' })]
    const closed = stepOf('10-16', { to: 'closed', closedAt: day('10-16'), assignments: done, clocks })
    expect([lines(closed), rounds(closed)]).toEqual([[], [[0, 'B', null]]])
  })

  test('nobody who objected in time and was right, however long that was being decided', () => {
    const objection = (since: string) =>
      handling('A', '10-13', '10-12', { clock: 'objection', startedAt: day(since) })
    const upheld = (since: string) =>
      stepOf('10-12', {
        assignments: [assigned('A', { state: 'returned' })],
        clocks: [handling('A', '10-10', '10-12'), objection(since)],
      })
    expect(lines(upheld('10-09'))).toEqual([])
    expect(lines(upheld('10-11'))).toEqual([['A', true, day('10-10'), day('10-12')]])
  })

  test('nobody from whom it was taken in time, although it answers for it until another signs', () => {
    const taken = (at: string, state: AssignmentFact['state'], stopped: string | null) =>
      stepOf('10-14', {
        ...{ kindVersion: 6, assignments: [assigned('A', { state })] },
        clocks: [handling('A', '10-10', stopped)],
        flags: takings(at),
      })
    expect([lines(taken('10-09', 'yielded', null)), lines(taken('10-09', 'returned', '10-13'))]).toEqual([
      [],
      [],
    ])
    expect(lines(taken('10-11', 'returned', '10-13'))).toEqual([['A', true, day('10-10'), day('10-13')]])
    // Sent to it once more, it has the time that everybody has.
    expect(lines(taken('10-01', 'yielded', null))).toEqual([['A', true, day('10-10'), null]])
  })

  test('nobody from whom it was taken twice, each time before the deadline of that time', () => {
    const more: Partial<ClockFact> = { id: 'second', assignmentId: 'again', startedAt: day('10-11') }
    const twice = (first: string, second: string) =>
      stepOf('10-19', {
        ...{ kindVersion: 6, flags: takings(first, second) },
        assignments: [assigned('A', { state: 'returned' }), assigned('A', { id: 'again', state: 'yielded' })],
        // It signed once more after its first deadline, which ended the first clock.
        clocks: [handling('A', '10-10', '10-12'), handling('A', '10-16', null, more)],
      })
    expect(lines(twice('10-05', '10-14'))).toEqual([])
    expect(lines(twice('10-05', '10-17'))).toEqual([['A', true, day('10-16'), null]])
    expect(lines(twice('10-11', '10-14'))).toEqual([['A', true, day('10-10'), day('10-12')]])
  })

  test('a co-handler for itself, and not the lead', () => {
    const assignments = [assigned('A', { state: 'done' }), assigned('C', { role: 'coHandler' })]
    const clocks = [handling('A', '10-10', '10-09'), handling('C', '10-10', null)]
    const working = stepOf('10-12', { assignments, clocks })
    expect(lines(working)).toEqual([['C', false, day('10-10'), null]])
    expect(rounds(working)).toEqual([[0, 'A', null]])
    // Where the lead is gone, the co-handler is all that is left.
    const [lead, other] = assignments
    if (!lead || !other) throw new Error('two units')
    const alone = stepOf('10-12', { assignments: [{ ...lead, state: 'returned' }, other], clocks })
    expect([lines(alone), rounds(alone)]).toEqual([
      [['C', true, day('10-10'), null]],
      [[0, 'C', day('10-10')]],
    ])
  })

  test('the round whose deadline ran out, and not the one after', () => {
    const assignments = [assigned('A', { state: 'done' }), assigned('B', { state: 'done', round: 1 })]
    const clocks = [handling('A', '10-10', '10-12'), handling('B', '10-25', '10-20')]
    const closed = stepOf('10-22', {
      ...{ move: 'lapse', to: 'closed', closedAt: day('10-22'), reopenedCount: 1 },
      ...{ assignments, clocks },
    })
    expect(lateOf(closed)).toMatchObject([{ round: 0, unitId: 'A', lateFrom: day('10-10') }])
    expect(rounds(closed)).toEqual([[1, 'B', null]])
  })

  test('nobody while it is on hold in time; a unit that was late before stays late', () => {
    const held = (stopped: string, left: number) =>
      stepOf('10-12', {
        ...{ move: 'grantSuspension', from: 'handling', to: 'suspended', assignments: [assigned('A')] },
        clocks: [handling('A', '10-10', stopped, { left })],
      })
    expect(lines(held('10-08', 2))).toEqual([])
    expect(lines(held('10-11', -1))).toEqual([['A', true, day('10-10'), day('10-11')]])
  })

  test('a round that is closed before a deadline which nobody stopped was in time', () => {
    const assignments = [
      assigned('A', { state: 'yielded' }),
      assigned('C', { role: 'coHandler', state: 'done' }),
    ]
    const clocks = [handling('A', '10-20', null), handling('C', '10-10', '10-09')]
    const closed = stepOf('10-12', { to: 'closed', closedAt: day('10-12'), assignments, clocks })
    expect(rounds(closed)).toEqual([[0, 'A', null]])
  })
})
