import {
  allows,
  type CaseStep,
  isRefusal,
  KINDS,
  type Kind,
  type MoveInput,
  type MoveView,
  reachesOf,
} from '@lianxin/contract'
import type { NewEvent } from '../../src/kernel/event-store.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { allowedMoves } from '../../src/modules/case/domain/allowed-moves.ts'
import { type CaseFacts, factsAfter, reachOfFacts } from '../../src/modules/case/domain/case-facts.ts'
import { running } from '../../src/modules/case/domain/clocks.ts'
import { decideMove } from '../../src/modules/case/domain/decide-move.ts'
import { decideReport } from '../../src/modules/case/domain/decide-report.ts'
import type { MoveState, Surroundings } from '../../src/modules/case/domain/move-state.ts'
import { answeredThere, CODES, fitting, OTHER_CASE, type Push } from './fitting-input.ts'
import { START } from './pushes.ts'

export type { Push } from './fitting-input.ts'

import {
  AROUND_PARTIES,
  CALENDAR,
  CASE_ID,
  COMMUNITY,
  ITEMS,
  MEDIATORS,
  PARTIES,
  PEOPLE,
  type Person,
  SYSTEM,
  UNITS,
} from './model-district.ts'

/** What one push led to. `event` is absent when it was refused. */
export type Outcome = {
  readonly before: CaseFacts
  readonly after: CaseFacts
  readonly event?: NewEvent<CaseStep>
  readonly refusal?: string
  readonly by: Person
  readonly push: MoveInput
  /** Whether the move was offered to them; found out when asked, because most ask for other things. */
  readonly offered: () => boolean
  readonly sensible: boolean
  readonly now: number
}

/** What is frozen was frozen with all that is in it. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}
const freshIds = (count: number, now: number) => Array.from({ length: count }, () => uuidV7(now))

/** Which of the moves that somebody could make a push makes. */
type Pick = (moves: readonly string[], step: Push) => string | undefined

/** Reports a matter and pushes at it. `see` is told of every push, refused ones included. */
export function walk(
  kind: Kind,
  steps: readonly Push[],
  see: (outcome: Outcome) => void,
  pick: Pick = (moves, step) => moves[step.move % moves.length],
): CaseFacts {
  let now = START
  let facts = reported(kind, now)
  const take = (by: Person, push: MoveInput, sensible: boolean, openChildren = 0) => {
    const before = facts
    const at = now
    const offered = () =>
      by === SYSTEM || offersTo(kind, before, by, at).some((one) => one.move === push.move)
    const decided = ask(kind, facts, by, push, now, openChildren)
    const event = 'event' in decided ? decided.event : undefined
    if (event) facts = frozen(factsAfter(facts.id, event.streamVersion, event.payload))
    see({ before, after: facts, by, push, offered, sensible, now, ...decided })
  }
  // What another module asks for comes with its first move.
  const first: Push = { ...{ person: 0, move: 0, sensible: true, wait: 0 }, ...steps[0], input: {} }
  for (const name of kind.report.by === 'system' ? kind.report.moves : []) {
    const fields = fitting(kind, offerOf(kind, name), { step: first, facts, by: SYSTEM, now })
    take(SYSTEM, { ...fields, move: name, expectedVersion: facts.version }, true)
  }
  for (const step of steps) {
    now += step.wait
    // As the clock job does: what has run out fires once, and the kind's own move follows.
    for (const clock of facts.clocks.filter(
      (one) => running(one) && one.firedAt === null && one.dueAt <= now,
    )) {
      facts = frozen({
        ...facts,
        clocks: facts.clocks.map((one) => (one.id === clock.id ? { ...one, firedAt: now } : one)),
      })
      const follows = kind.onExpiry[clock.clock]
      // At the top there is nothing to climb to, and what is in question waits: the alert alone tells it.
      const { rules = [], forbids = [] } = kind.moves[follows ?? ''] ?? {}
      // Now and then something that hangs on it is still open.
      const hung = rules.includes('childrenClosed') && step.person % 2 === 1 ? 1 : 0
      const certain = !rules.includes('canClimb') && forbids.length === 0 && hung === 0
      if (follows) take(SYSTEM, { move: follows, expectedVersion: facts.version }, certain, hung)
    }
    // As when what it asks for is written down as a matter of its own.
    const asked = movesOfOrigin(kind).find(({ flag }) => facts.flags.some((one) => one.flag === flag))
    if (asked && step.move % 3 === 0) take(SYSTEM, { move: asked.move, expectedVersion: facts.version }, true)
    const chosen = step.sensible ? somebodyWhoCan(kind, facts, step.person, now) : anybody(kind, step.person)
    if (!chosen) continue
    const { by, offers } = chosen
    const moves = step.sensible ? offers.map((one) => one.move) : [...Object.keys(kind.moves), 'fly']
    const move = pick(moves, step) ?? 'fly'
    const offer = offers.find((one) => one.move === move)
    const fields = step.sensible && offer ? fitting(kind, offer, { step, facts, by, now }) : step.input
    if (fields) take(by, { ...fields, move, expectedVersion: facts.version }, step.sensible)
  }
  return facts
}

const movesOfOrigin = ({ kind }: Kind) =>
  KINDS.flatMap(({ report: { comesFrom } }) => (comesFrom?.kind === kind ? [comesFrom] : []))

/** A move as it would be offered, where only the system makes it. */
function offerOf(kind: Kind, name: string): MoveView {
  const choices = (kind.moves[name]?.choose ?? []).map((choice) => {
    const { name: title = { zh: '', en: '' }, options = {} } = kind.choices?.[choice] ?? {}
    return {
      ...{ choice, name: title },
      options: Object.entries(options).map(([option, one]) => ({ option, name: one })),
    }
  })
  const none = { zh: '', en: '' }
  return {
    ...{ move: name, name: none, effect: none, needs: [], may: [], choices, scores: [], assignmentIds: [] },
    ...{ byArea: false, aside: false },
  }
}

function reported(kind: Kind, now: number): CaseFacts {
  const reporter =
    kind.report.by === 'post'
      ? castOf(kind).find((one) => reachesOf(kind.report.permit, one.asking).length > 0)
      : undefined
  // What hangs on another matter is answered by whoever put that one.
  const onBehalfOf =
    kind.report.by === 'system'
      ? PEOPLE.find((one) => one.unitId !== null)
      : kind.report.under
        ? PEOPLE.find((one) => one.asking.post?.role === 'communitySecretary')
        : reporter
  const [event] = decideReport(
    {
      caseId: CASE_ID,
      kind,
      place: { placeCode: `${COMMUNITY}001`, communityCode: COMMUNITY, gridCode: `${COMMUNITY}001` },
      item: null,
      units: UNITS,
      calendar: CALENDAR,
      freshIds: freshIds(4, now),
      contentIds: [],
      fileIds: [],
      reporterId: reporter?.accountId ?? null,
      ownUnitId: onBehalfOf?.unitId ?? null,
      admissionId: kind.report.needs ? OTHER_CASE : null,
      partyIds: kind.report.parties ? PARTIES : [],
    },
    now,
  ) as readonly NewEvent<CaseStep>[]
  if (!event) throw new Error('the report was refused')
  return frozen(factsAfter(CASE_ID, 1, event.payload))
}

/** Policy first, then the pure decision, as the command does. */
export function ask(
  kind: Kind,
  facts: CaseFacts,
  by: Person,
  push: MoveInput,
  now: number,
  openChildren: number,
) {
  const permit = kind.moves[push.move]?.permit
  const row = reachOfFacts(facts)
  if (permit && by !== SYSTEM && !allows(permit, by.asking, row)) return { refusal: 'auth.denied' }
  const code = push.itemCode ?? facts.itemCode
  const state: MoveState = frozen({
    facts,
    kind,
    units: UNITS,
    item: ITEMS.find((one) => one.code === code) ?? null,
    calendar: CALENDAR,
    accountId: by.accountId,
    ownUnitId: by.unitId,
    partyId: by.partyId ?? null,
    freshIds: freshIds(40, now),
    contentIds: [],
    around: { ...aroundOf(facts), openChildren },
  })
  const events = decideMove(state, frozen(push), now)
  if (isRefusal(events)) return { refusal: events.refusal }
  const [event] = events
  if (!event || events.length !== 1) throw new Error('a move is one event')
  return { event }
}

type Chosen = { readonly by: Person; readonly offers: readonly MoveView[] }

function somebodyWhoCan(kind: Kind, facts: CaseFacts, from: number, now: number): Chosen | undefined {
  for (let index = 0; index < castOf(kind).length; index += 1) {
    const { by } = anybody(kind, from + index)
    const offers = offersTo(kind, facts, by, now)
    if (offers.length > 0) return { by, offers }
  }
  return undefined
}

/** Whoever it is: what they try is not taken from what they are offered. */
const anybody = (kind: Kind, index: number): Chosen => {
  const cast = castOf(kind)
  return { by: cast[index % cast.length] ?? SYSTEM, offers: [] }
}

export function castOf(kind: Kind): readonly Person[] {
  if (kind.report.parties) return AROUND_PARTIES
  const asked = Object.values(kind.flags ?? {}).some(({ asks }) => asks?.owner === 'mediators')
  return asked ? [...PEOPLE, ...MEDIATORS.slice(0, 1)] : PEOPLE
}

/** Another matter to join with, nothing that hangs on this one, and codes that both sides know. */
const aroundOf = (facts: CaseFacts): Surroundings => ({
  openChildren: 0,
  admission: undefined,
  mediatorsThere: true,
  people: MEDIATORS.map(({ accountId }) => accountId ?? ''),
  other: { ...facts, id: OTHER_CASE, closedAt: null },
  joined: answeredThere(facts),
  codes: Object.fromEntries(facts.assignments.map(({ id }) => [id, CODES])),
})

export const offersTo = (kind: Kind, facts: CaseFacts, { asking, accountId, partyId }: Person, now: number) =>
  allowedMoves({ kind, facts, asking, accountId, partyId: partyId ?? null, now, around: aroundOf(facts) })
