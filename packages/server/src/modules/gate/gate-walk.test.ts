import { BINDING, EVENTS, GATE_MOVES, GATE_PROCESS, GATE_STATES } from '@lianxin/contract'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEED } from '../../../test/scenarios/every-step.ts'
import { DEPARTMENT, GATEKEEPER, pushes } from '../../../test/support/gate-model.ts'
import { met, type Outcome, walk, ways } from '../../../test/support/gate-walk.ts'
import { decideLapse } from './domain/decide-gate.ts'

const RUNS = 120
const onEveryStep = (holds: (outcome: Outcome) => void) =>
  fc.assert(
    fc.property(pushes, (steps) => walk(steps, holds)),
    { numRuns: RUNS, seed: SEED },
  )

test('any walk leaves an open request with an owner who can act, and whoever is waited for with a deadline', () => {
  onEveryStep(({ after: { facts, recipients }, after: request, now }) => {
    const { owner, clock, tone } = GATE_PROCESS.states[facts.state]
    // A draft and what was returned wait for nobody but the department itself.
    expect(facts.dueAt !== null).toBe(clock !== undefined)
    if (tone === 'closed') return
    const waiting = recipients.filter(({ state }) => state === 'waiting').map(({ unitId }) => unitId)
    expect(waiting.length > 0).toBe(facts.state === 'asking')
    // What is in force has nobody who must act, and an end of its own.
    if (facts.state === 'inForce') expect(facts.untilAt).toBeGreaterThan(facts.fromAt)
    const going = ways(request, now)
    if (owner === 'asker') expect(going.some(({ by }) => by.unitId === DEPARTMENT)).toBe(true)
    if (owner === 'gatekeeper') expect(going.some(({ by }) => by.accountId === GATEKEEPER)).toBe(true)
    for (const unitId of waiting) expect(going.some(({ by }) => by.unitId === unitId)).toBe(true)
    const silent = { ...request, facts: { ...facts, dueAt: facts.dueAt === null ? null : now } }
    if (facts.state === 'asking') expect(decideLapse(silent, DEPARTMENT, now)).toHaveLength(1)
  })
})

test('any walk: whoever asked never decides, in whichever post, and nobody answers for another community', () => {
  onEveryStep(({ before, after: { recipients }, by, move }) => {
    if (by === 'clock') return
    const { permit } = GATE_PROCESS.moves[move]
    if (permit === 'gate.decide') expect([...before.askers]).not.toContain(by.accountId)
    if (permit !== 'gate.answer') return
    const changed = recipients.filter((one, index) => one !== before.recipients[index])
    expect(changed.map(({ unitId }) => unitId)).toEqual([by.unitId])
  })
})

test('any walk: a refusal and silence stand unless they are overruled in writing, and nobody is bound in another way', () => {
  onEveryStep(({ before, after: { facts, recipients }, move }) => {
    if (move === 'save') return
    for (const [index, one] of recipients.entries()) {
      const was = before.recipients[index]
      if (was?.state === 'refused' || was?.state === 'lapsed')
        expect([one.state, one.overruleId !== null]).toEqual(
          move === 'overrule' && one !== was ? ['overruled', true] : [was.state, false],
        )
      if (!was || !BINDING.includes(one.state) || one.state === was.state) continue
      // Taken, overruled in writing, or a form on the duty list in which nobody has to type anything.
      if (move === 'pass') expect([facts.kind, facts.dutyCode, facts.typedCount]).toEqual(['form', 'duty', 0])
      else expect(move).toBe(one.state === 'accepted' ? 'take' : 'overrule')
    }
    const bound = recipients.some(({ state }) => BINDING.includes(state))
    if (facts.state === 'inForce') expect(bound).toBe(true)
    if (facts.state === 'refused' || facts.state === 'withdrawn') expect(bound).toBe(false)
  })
})

test('any walk records steps one by one, as the contract describes them, along the table of the process', () => {
  const ajv = new Ajv({ strict: false, allErrors: true }).addVocabulary(['x-personal', 'x-sensitive'])
  const shapes = new Map(
    Object.entries(EVENTS).map(([type, schema]) => [type, ajv.compile(schema as object)]),
  )
  onEveryStep(({ before, after: { facts }, event, move }) => {
    const fits = shapes.get(event.type)
    expect(fits?.(event.payload) ? [] : (fits?.errors ?? [event.type])).toEqual([])
    expect([facts.version, event.streamVersion]).toEqual([before.facts.version + 1, before.facts.version + 1])
    expect(GATE_PROCESS.moves[move].from).toContain(before.facts.state)
    expect(GATE_PROCESS.moves[move].to).toContain(facts.state)
  })
})

test('the walks go everywhere: every state and every move is met', () => {
  const states = new Set<string>()
  fc.assert(
    fc.property(pushes, (steps) => walk(steps, ({ after: { facts } }) => states.add(facts.state))),
    { numRuns: RUNS, seed: SEED },
  )
  expect([...states].sort()).toEqual([...GATE_STATES].sort())
  expect([...met.keys()].sort()).toEqual([...GATE_MOVES].sort())
})
