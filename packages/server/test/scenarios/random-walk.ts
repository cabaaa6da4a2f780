import {
  allows,
  type CaseStep,
  isRefusal,
  type Kind,
  type KindMove,
  type MoveInput,
  reachesOf,
} from '@lianxin/contract'
import fc from 'fast-check'
import type { NewEvent } from '../../src/kernel/event-store.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { allowedMoves } from '../../src/modules/case/domain/allowed-moves.ts'
import { type CaseFacts, factsAfter } from '../../src/modules/case/domain/case-facts.ts'
import { running } from '../../src/modules/case/domain/clocks.ts'
import { decideMove } from '../../src/modules/case/domain/decide-move.ts'
import { decideReport } from '../../src/modules/case/domain/decide-report.ts'
import type { MoveState } from '../../src/modules/case/domain/move-state.ts'
import {
  CALENDAR,
  CASE_ID,
  COMMUNITY,
  ITEMS,
  PEOPLE,
  type Person,
  SYSTEM,
  UNITS,
  UNKNOWN_UNIT,
} from './model-district.ts'

const START = Date.parse('2026-09-07T09:00+08:00')
const HOUR = 3_600_000

/** A push at a case by somebody, some time later: a step that is offered, with inputs that fit; or anything at all. */
export type Push = {
  readonly person: number
  readonly sensible: boolean
  readonly move: number
  readonly wait: number
  readonly input: Partial<MoveInput>
}

const input = fc.record(
  {
    words: fc.constant('words'),
    reason: fc.constant('reason'),
    itemCode: fc.constantFrom(...ITEMS.map((one) => one.code)),
    level: fc.integer({ min: 1, max: 5 }),
    units: fc.array(
      fc.record({
        unitId: fc.constantFrom(...UNITS.map((one) => one.id), UNKNOWN_UNIT),
        role: fc.constantFrom('lead' as const, 'coHandler' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    dueAt: fc.integer({ min: START - 100 * HOUR, max: START + 3_000 * HOUR }),
    solved: fc.boolean(),
    satisfaction: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<MoveInput>>

export const pushes = fc.array(
  fc.record({
    person: fc.nat(999),
    sensible: fc.constantFrom(true, true, true, false),
    move: fc.nat(999),
    wait: fc.oneof(fc.nat(4 * HOUR), fc.nat(4 * HOUR), fc.nat(20 * 24 * HOUR)),
    input,
  }),
  { minLength: 5, maxLength: 40 },
)

/** What one push led to. `event` is absent when it was refused. */
export type Outcome = {
  readonly before: CaseFacts
  readonly after: CaseFacts
  readonly event?: NewEvent<CaseStep>
  readonly refusal?: string
  readonly by: Person
  readonly push: MoveInput
  readonly offered: boolean
  readonly sensible: boolean
  readonly now: number
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}
const freshIds = (count: number, now: number) => Array.from({ length: count }, () => uuidV7(now))

/** Reports a matter and pushes at it. `see` is told of every push, refused ones included. */
export function walk(kind: Kind, steps: readonly Push[], see: (outcome: Outcome) => void): CaseFacts {
  let now = START
  let facts = reported(kind, now)
  const take = (by: Person, push: MoveInput, sensible: boolean) => {
    const offered = allowedMoves(kind, facts, by.asking, by.accountId, now).some(
      (one) => one.move === push.move,
    )
    const before = facts
    const decided = ask(kind, facts, by, push, now)
    const event = 'event' in decided ? decided.event : undefined
    if (event) facts = frozen(factsAfter(facts.id, event.streamVersion, event.payload))
    see({ before, after: facts, by, push, offered: offered || by === SYSTEM, sensible, now, ...decided })
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
      if (follows) take(SYSTEM, { move: follows, expectedVersion: facts.version }, true)
    }
    const by = step.sensible
      ? somebodyWhoCan(kind, facts, step.person, now)
      : PEOPLE[step.person % PEOPLE.length]
    if (!by) continue
    const moves = step.sensible
      ? allowedMoves(kind, facts, by.asking, by.accountId, now).map((one) => one.move)
      : [...Object.keys(kind.moves), 'fly']
    const move = moves[step.move % moves.length] ?? 'fly'
    const fields = step.sensible ? fitting(kind.moves[move], step, now) : step.input
    take(by, { ...fields, move, expectedVersion: facts.version }, step.sensible)
  }
  return facts
}

function reported(kind: Kind, now: number): CaseFacts {
  const reporter =
    kind.report.by === 'post'
      ? PEOPLE.find((one) => reachesOf(kind.report.permit, one.asking).length > 0)
      : undefined
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
      ownUnitId: reporter?.unitId ?? null,
    },
    now,
  ) as readonly NewEvent<CaseStep>[]
  if (!event) throw new Error('the report was refused')
  return frozen(factsAfter(CASE_ID, 1, event.payload))
}

/** Policy first, then the pure decision, as the command does. */
function ask(kind: Kind, facts: CaseFacts, by: Person, push: MoveInput, now: number) {
  const permit = kind.moves[push.move]?.permit
  const row = { placeCode: facts.placeCode, unitIds: facts.unitIds, caseId: facts.id }
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
    freshIds: freshIds(32, now),
    contentIds: [],
  })
  const events = decideMove(state, frozen(push), now)
  if (isRefusal(events)) return { refusal: events.refusal }
  const [event] = events
  if (!event || events.length !== 1) throw new Error('a move is one event')
  return { event }
}

const somebodyWhoCan = (kind: Kind, facts: CaseFacts, from: number, now: number): Person | undefined =>
  PEOPLE.map((_, index) => PEOPLE[(from + index) % PEOPLE.length]).find(
    (one) => one && allowedMoves(kind, facts, one.asking, one.accountId, now).length > 0,
  )

/** What a careful person would fill in: everything needed, nothing that the move does not ask for. */
function fitting(
  move: KindMove | undefined,
  { input: given, person }: Push,
  now: number,
): Partial<MoveInput> {
  const [lead, co] = [UNITS[person % UNITS.length], UNITS[(person + 1) % UNITS.length]]
  const units = [
    { unitId: lead?.id ?? '', role: 'lead' as const },
    ...(given.units && co ? [{ unitId: co.id, role: 'coHandler' as const }] : []),
  ]
  const complete: Partial<MoveInput> = {
    ...{ words: 'words', reason: 'reason', itemCode: 'stairs', solved: true, satisfaction: 4, level: 3 },
    ...given,
    units,
    dueAt: now + 30 * HOUR,
  }
  const wanted = [
    ...(move?.needs ?? []),
    ...(move?.may ?? []).filter((one) => one in given || one === 'reason'),
  ]
  return Object.fromEntries(Object.entries(complete).filter(([name]) => wanted.some((one) => one === name)))
}
