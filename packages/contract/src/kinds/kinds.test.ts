import { describe, expect, test } from 'vitest'
import { finding } from './finding.ts'
import type { Kind, KindMove } from './kind.ts'
import { faultsOf, staffReads } from './kind-faults.ts'
import { currentKind, getKind, KINDS } from './kinds.ts'
import { request } from './request.ts'

describe.each(KINDS.map((kind) => [`${kind.kind} version ${kind.version}`, kind] as const))(
  'the kind %s',
  (_, kind) => {
    test('comes back from JSON as it was', () => {
      expect(JSON.parse(JSON.stringify(kind))).toEqual(kind)
    })

    test('is a table without gaps: nothing is ever nobody’s, nothing waits for ever', () => {
      expect(faultsOf(kind)).toEqual([])
    })

    test('speaks to staff about requesters, never to them', () => {
      expect(staffReads(kind)).toEqual([])
    })

    test('can be found by name and version', () => {
      expect(getKind(kind.kind, kind.version)).toBe(kind)
      expect(currentKind(kind.kind).version).toBeGreaterThanOrEqual(kind.version)
    })
  },
)

test('no kind and version exist twice', () => {
  expect(new Set(KINDS.map((kind) => `${kind.kind}.${kind.version}`)).size).toBe(KINDS.length)
  expect(() => getKind('request', 999)).toThrow()
})

test('what hangs on another kind names states in which that one is open', () => {
  const hung = KINDS.flatMap(({ report }) => report.under ?? [])
  expect(hung.length).toBeGreaterThan(0)
  for (const { kind, states } of hung)
    for (const state of states) expect(currentKind(kind).states[state]?.tone).toMatch(/open|waiting/)
})

describe('a broken table is found out', () => {
  const { triaged, closed } = request.states
  const { triage, judge, pass, dispatch } = request.moves
  const { pass: found } = finding.moves
  if (!found || !triaged || !closed || !triage || !judge || !pass || !dispatch)
    throw new Error('the request has changed')
  const { owner: _owner, ...ownerless } = triaged
  const { clock: _clock, ...clockless } = triaged
  const withState = (name: string, state: Kind['states'][string]): Kind => ({
    ...request,
    states: { ...request.states, [name]: state },
  })
  const withMove = (name: string, move: KindMove): Kind => ({
    ...request,
    moves: { ...request.moves, [name]: move },
  })

  test.each<[string, Kind, string]>([
    ['no owner', withState('triaged', ownerless), 'triaged: an open state needs an owner'],
    ['no clock', withState('triaged', clockless), 'triaged: an open state needs a clock'],
    [
      'a final owner',
      withState('closed', { ...closed, owner: 'community' }),
      'closed: a final state has no owner',
    ],
    ['an unknown clock', withState('triaged', { ...triaged, clock: 'sand' }), 'triaged: no such clock'],
    ['an island', withState('island', triaged), 'island: cannot be reached'],
    [
      'no end',
      { ...request, moves: { triage: { ...triage, from: ['registered'] } } },
      'triaged: can never end',
    ],
    [
      'an unknown state',
      withMove('judge', { ...judge, outcomes: [{ to: 'gone' }] }),
      'judge: no such state as gone',
    ],
    [
      'an unknown permission',
      withMove('judge', { ...judge, permit: 'case.fly' as never }),
      'judge: no such permission',
    ],
    [
      'a running clock',
      withMove('pass', { ...pass, stop: [] }),
      'pass: leaves answered with its clock running',
    ],
    [
      'an unmet need',
      withMove('judge', { ...judge, needs: [] }),
      'judge: chooses by an input that it does not need',
    ],
    [
      'units unasked',
      withMove('dispatch', { ...dispatch, needs: [] }),
      'dispatch: makes assignments without asking',
    ],
    [
      'an answer that nobody gives',
      withMove('judge', { ...judge, tells: ['route'] }),
      'judge: tells route without asking for it',
    ],
    ['a twin', withMove('again', { ...pass }), 'two moves tell the same event'],
    [
      'a lost move',
      { ...request, onExpiry: { verdict: 'vanish' } },
      'verdict: the move that follows does not exist',
    ],
    [
      'a late move',
      { ...request, onExpiry: { verify: 'lapse' } },
      'verify: runs out where its move cannot be made',
    ],
    [
      'a requester nowhere',
      { ...finding, moves: { ...finding.moves, pass: { ...found, tellsRequester: true } } },
      'pass: tells a requester whom nobody is',
    ],
    [
      'a first move from elsewhere',
      { ...finding, report: { ...finding.report, moves: ['pass'] } },
      'pass: cannot be made with the report',
    ],
    [
      'half a sentence',
      withState('triaged', { ...triaged, sentence: { zh: '{owner}在办。', en: 'Somebody is at it.' } }),
      'triaged: the languages say different things',
    ],
    [
      'a strange word',
      withMove('pass', { ...pass, sentence: { zh: '{who}', en: '{who}' } }),
      'pass: no such placeholder as who',
    ],
  ])('%s', (_, kind, fault) => {
    expect(faultsOf(kind).join('\n')).toContain(fault)
  })
})
