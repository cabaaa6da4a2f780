import { expect, test } from 'vitest'
import { GATE_MOVES, GATE_PROCESS, GATE_STATES } from './gate-process.ts'

const { states, moves } = GATE_PROCESS
const after = (state: string) =>
  GATE_MOVES.filter((move) => moves[move].from.some((from) => from === state)).flatMap(
    (move) => moves[move].to,
  )

/** What can come about from a state, the state itself included. */
function reachable(from: string): ReadonlySet<string> {
  const seen = new Set([from])
  for (const state of seen) for (const next of after(state)) seen.add(next)
  return seen
}

test('the process is data: it comes back from JSON as it was', () => {
  expect(JSON.parse(JSON.stringify(GATE_PROCESS))).toEqual(GATE_PROCESS)
})

test('every state can come about, and from every state the request can end', () => {
  expect([...reachable('draft')].sort()).toEqual([...GATE_STATES].sort())
  for (const state of GATE_STATES)
    expect([...reachable(state)].some((one) => ['ended', 'refused', 'withdrawn'].includes(one))).toBe(true)
})

test('whoever must answer has a clock, and nothing is over that somebody must still act on', () => {
  for (const { owner, clock, tone } of Object.values(states)) {
    if (owner === 'gatekeeper' || owner === 'communities') expect(clock).toBeDefined()
    if (tone === 'closed') expect([owner, clock]).toEqual([undefined, undefined])
  }
})

test('nothing comes into force but past the gatekeeper', () => {
  const withoutGatekeeper = new Set(['draft'])
  for (const state of withoutGatekeeper)
    for (const move of GATE_MOVES)
      if (moves[move].permit !== 'gate.decide' && moves[move].from.some((from) => from === state))
        for (const next of moves[move].to) withoutGatekeeper.add(next)
  expect(withoutGatekeeper.has('inForce')).toBe(false)
  expect(withoutGatekeeper.has('asking')).toBe(false)
})
