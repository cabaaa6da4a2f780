import { EVENTS } from '../events.ts'
import { PERMISSION_NAMES, type Role, ruleOf } from '../permissions.ts'
import { INPUT_FIELDS, type Kind, type KindMove, type StaffWords } from './kind.ts'
import { nameFor, sentenceFor } from './kind-words.ts'
import { notedFaults } from './noted-faults.ts'
import { sentenceFaults } from './sentence-faults.ts'

const PLACEHOLDERS = { state: ['owner'], move: ['unit', 'owner', 'about'] } as const

/** What is wrong with a kind as a table, one line each. The engine takes all of this for granted. */
export function faultsOf(kind: Kind): string[] {
  const faults: string[] = []
  const say = (fault: string, when: boolean) => when && faults.push(fault)
  const states = Object.entries(kind.states)
  const moves = Object.entries(kind.moves)
  const isOpen = (name: string) => kind.states[name]?.tone !== 'closed'
  const targets = (move: KindMove, from: string) =>
    move.outcomes.length === 0 ? [from] : [...move.outcomes.map((one) => one.to), from]
  const walk = (from: readonly string[], step: (state: string) => string[]) => {
    const seen = new Set(from)
    for (const state of seen) for (const next of step(state)) seen.add(next)
    return seen
  }
  const onward = (state: string) =>
    moves.filter(([, move]) => move.from.includes(state)).flatMap(([, move]) => targets(move, state))

  for (const name of kind.report.moves)
    say(`${name}: cannot be made with the report`, !kind.moves[name]?.from.includes(kind.start))
  say('is reported by nobody', !PERMISSION_NAMES.includes(kind.report.permit))
  faults.push(...sentenceFaults('report', kind.report.sentence, ['unit', 'owner']))
  say('starts in no open state', !kind.states[kind.start] || !isOpen(kind.start))
  for (const [name, state] of states) {
    say(`${name}: an open state needs an owner`, isOpen(name) && !state.owner)
    say(`${name}: an open state needs a clock`, isOpen(name) && !state.clock)
    say(
      `${name}: a final state has no owner and no clock`,
      !isOpen(name) && Boolean(state.owner ?? state.clock),
    )
    say(`${name}: an open state cannot be without success`, isOpen(name) && state.unmet === true)
    say(`${name}: no such clock`, state.clock !== undefined && !kind.clocks[state.clock])
    say(`${name}: cannot be reached`, !walk([kind.start], onward).has(name))
    say(`${name}: can never end`, isOpen(name) && ![...walk([name], onward)].some((one) => !isOpen(one)))
    faults.push(
      ...sentenceFaults(name, state.name, []),
      ...sentenceFaults(name, state.sentence, PLACEHOLDERS.state),
      ...staffFaults(name, state.staff, PLACEHOLDERS.state),
    )
  }
  for (const [name, move] of moves) {
    for (const state of [...move.from, ...move.outcomes.map((one) => one.to)])
      say(`${name}: no such state as ${state}`, !kind.states[state])
    for (const clock of [
      ...move.stop,
      ...move.start,
      ...(move.pause ?? []),
      ...(move.resume ?? []),
      ...(move.postpone ? [move.postpone] : []),
    ])
      say(`${name}: no such clock as ${clock}`, !kind.clocks[clock])
    say(`${name}: starts from nowhere`, move.from.length === 0)
    say(`${name}: no such permission`, !PERMISSION_NAMES.includes(move.permit))
    const inputs = [...move.needs, ...move.may]
    say(`${name}: no such input`, !inputs.every((field) => INPUT_FIELDS.includes(field)))
    say(`${name}: an input is asked for twice`, new Set(inputs).size !== inputs.length)
    say(
      `${name}: chooses by an input that it does not need`,
      move.outcomes.some(
        ({ when }) => when && 'input' in when && !move.needs.some((need) => need === when.input),
      ),
    )
    say(
      `${name}: an outcome can never be met`,
      move.outcomes.slice(0, -1).some(({ when }) => when === undefined),
    )
    say(
      `${name}: makes assignments without asking for units`,
      Boolean(move.assignment && 'create' in move.assignment) &&
        (move.assignment as { create: string }).create !== 'ownUnit' &&
        !move.needs.includes('units'),
    )
    say(`${name}: its event is unknown`, !EVENTS[`case.${move.event}`])
    for (const from of move.from) {
      const clock = kind.states[from]?.clock
      const leaves = move.outcomes.some(({ to, when }) => to !== from && isOpen(to) && when === undefined)
      say(
        `${name}: leaves ${from} with its clock running`,
        clock !== undefined &&
          leaves &&
          kind.clocks[clock]?.perAssignment !== true &&
          !move.stop.includes(clock),
      )
    }
    faults.push(
      ...sentenceFaults(name, move.name, []),
      ...sentenceFaults(name, move.effect, []),
      ...sentenceFaults(name, move.sentence, PLACEHOLDERS.move),
      ...staffFaults(name, move.staff, PLACEHOLDERS.move),
    )
    say(
      `${name}: tells a requester whom nobody is`,
      kind.report.by === 'post' &&
        !kind.report.parties &&
        (move.tellsRequester || reachesOfRole(move.permit, 'requester')),
    )
    say(
      `${name}: asks for a reporter whom nobody is`,
      kind.report.by === 'requester' && move.rules.includes('reporterOnly'),
    )
  }
  faults.push(...notedFaults(kind))
  const events = moves.map(([, move]) => move.event)
  say('two moves tell the same event', new Set(events).size !== events.length)
  for (const [name, clock] of Object.entries(kind.clocks)) {
    const used =
      states.some(([, state]) => state.clock === name) ||
      moves.some(([, move]) => move.start.includes(name)) ||
      Object.values(kind.flags ?? {}).some(({ asks }) => asks?.clock === name)
    say(`${name}: a clock that never runs`, !used)
    say(
      `${name}: a limit that is over at once`,
      limitsOf(clock).some((amount) => amount <= 0),
    )
    say(
      `${name}: its limit depends on a choice that nobody makes`,
      typeof clock.limit === 'object' &&
        'choice' in clock.limit &&
        String(Object.keys(clock.limit.of).sort()) !==
          String(Object.keys(kind.choices?.[clock.limit.choice]?.options ?? {}).sort()),
    )
    faults.push(...sentenceFaults(name, clock.name, []))
  }
  for (const [clock, name] of Object.entries(kind.onExpiry)) {
    const move = kind.moves[name]
    say(`${clock}: no such clock runs out`, !kind.clocks[clock])
    say(`${clock}: the move that follows does not exist`, !move)
    say(`${clock}: a move that follows a clock needs nothing from anybody`, (move?.needs.length ?? 0) > 0)
    say(
      `${clock}: anybody could make the move that follows`,
      move !== undefined && move.permit !== 'case.clock',
    )
    const waiting = states.filter(([, state]) => state.clock === clock).map(([state]) => state)
    say(
      `${clock}: runs out where its move cannot be made`,
      !waiting.every((state) => move?.from.includes(state)),
    )
  }
  return faults
}

const limitsOf = ({ limit }: Kind['clocks'][string]): readonly number[] => {
  if (limit === 'item') return []
  if ('until' in limit) return [limit.until]
  return 'choice' in limit ? Object.values(limit.of).map(({ amount }) => amount) : [limit.amount]
}

const staffFaults = (of: string, staff: StaffWords | undefined, known: readonly string[]): string[] => [
  ...(staff?.name ? sentenceFaults(`${of} for staff`, staff.name, []) : []),
  ...(staff?.sentence ? sentenceFaults(`${of} for staff`, staff.sentence, known) : []),
]

/** “您” is said to a requester alone: where a sentence has it, staff read another. */
export function staffReads(kind: Kind): string[] {
  return [...Object.entries(kind.states), ...Object.entries(kind.moves)].flatMap(([name, worded]) =>
    [nameFor(worded, 'staff'), sentenceFor(worded, 'staff')]
      .filter(({ zh, en }) => /您|\byour?\b/i.test(zh + en))
      .map(({ zh }) => `${name}: ${zh}`),
  )
}

const reachesOfRole = (permission: KindMove['permit'], role: Role) =>
  ruleOf(permission).roles[role] !== undefined
