import {
  allows,
  GATE_MOVES,
  GATE_PROCESS,
  type GateDraft,
  type GateMove,
  isGateMove,
  isRefusal,
  type RecipientStep,
  type Refusal,
} from '@lianxin/contract'
import {
  decideAnswer,
  decideAtGate,
  decideExpire,
  decideLapse,
  decideOverrule,
  decideStep,
} from '../../src/modules/gate/domain/decide-gate.ts'
import { factsAfter, type GateRecord } from '../../src/modules/gate/domain/gate-facts.ts'
import type { GateEvent } from '../../src/modules/gate/domain/step-event.ts'
import { blank, decideSubmit, decideWrite } from '../../src/modules/gate/domain/write-demand.ts'
import {
  CLOCK_MS,
  DEPARTMENT,
  draftOf,
  groundOf,
  id,
  PEOPLE,
  type Person,
  type Push,
  START,
} from './gate-model.ts'

type Request = GateRecord & { readonly draft: GateDraft; readonly askers: ReadonlySet<string> }
export type Outcome = {
  readonly before: Request
  readonly after: Request
  readonly move: GateMove
  readonly by: Person | 'clock'
  readonly event: GateEvent
  readonly now: number
}

const frozen = <T>(value: T): T => {
  if (
    typeof value === 'object' &&
    value !== null &&
    !Object.isFrozen(value) &&
    !(value instanceof Map || value instanceof Set)
  )
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}

/** Reach first, then the pure decision, as the commands do. */
function ask(
  request: Request,
  by: Person,
  move: GateMove,
  step: Push,
  now: number,
): readonly GateEvent[] | Refusal {
  const { facts, recipients, draft, askers } = request
  const { permit } = GATE_PROCESS.moves[move]
  const asked = recipients.filter(({ state }) => state !== 'listed').map(({ unitId }) => unitId)
  const denied = { refusal: 'auth.denied' } as Refusal
  if (permit === 'gate.clock') return denied
  if (!allows(permit, by.asking, { unitIds: permit === 'gate.answer' ? asked : [facts.unitId] }))
    return denied
  const eventId = id(900 + facts.version)
  const reasonId = step.written ? id(60) : null
  const ownRequest = askers.has(by.accountId)
  switch (move) {
    case 'save': {
      const written = draftOf(step, now)
      return decideWrite(
        { before: facts, ground: groundOf(written), demandId: id(70), eventId },
        written,
        now,
      )
    }
    case 'submit': {
      const [words, ground] = [draft.words, groundOf(draft)]
      return decideSubmit({ record: request, words, ground, decisionDueAt: now + CLOCK_MS, eventId }, now)
    }
    case 'pass':
    case 'return':
    case 'refuse': {
      const [answerDueAt, beyondBudget] = [now + CLOCK_MS, step.beyond]
      return decideAtGate(request, { move, reasonId, answerDueAt, beyondBudget, ownRequest, eventId })
    }
    case 'take':
    case 'decline': {
      const ground = step.tooMuch ? 'tooMuch' : step.about > 0 ? 'offList' : null
      const isOnList = facts.dutyCode !== null
      const rest = { isOnList, dutyListId: id(50), dutyCode: null, reasonId, eventId }
      return decideAnswer(request, { unitId: by.unitId, move, ground, ...rest })
    }
    case 'overrule': {
      const unitId = id(10 + step.about)
      return decideOverrule(request, { unitId, overruleId: id(80), ownRequest, eventId })
    }
    case 'withdraw':
    case 'end':
      return decideStep(request, move, eventId, now)
    default:
      return denied
  }
}

function after(
  request: Request,
  [event]: readonly GateEvent[],
  by: Person | 'clock',
  step: Push,
  now: number,
): Request {
  if (!event) return request
  const { payload } = event
  const kept = payload.move === 'save' ? [] : request.recipients
  const changed = new Map(payload.recipients.map((one) => [one.unitId, one]))
  const isNew = (one: RecipientStep) => !kept.some(({ unitId }) => unitId === one.unitId)
  const wrote = by !== 'clock' && (payload.move === 'save' || payload.move === 'submit')
  return frozen({
    facts: factsAfter(event.streamId, payload),
    recipients: [...kept.map((one) => changed.get(one.unitId) ?? one), ...payload.recipients.filter(isNew)],
    draft: payload.move === 'save' ? draftOf(step, now) : request.draft,
    askers: wrote ? new Set([...request.askers, by.accountId]) : request.askers,
  })
}

const EVERY_WAY: readonly Push[] = [0, 1, 2].flatMap((about) =>
  [true, false].map((tooMuch) => ({
    ...{
      person: 0,
      move: 1,
      wait: 0,
      about,
      sensible: true,
      written: true,
      tooMuch,
      form: true,
      listed: true,
    },
    ...{ free: false, late: false, beyond: false, onTime: true },
  })),
)
/** Who could do what now. */
export const ways = (request: Request, now: number) =>
  PEOPLE.flatMap((by) =>
    GATE_MOVES.filter((move) => isGateMove(move, request.facts.state)).flatMap((move) =>
      EVERY_WAY.filter((way) => !isRefusal(ask(request, by, move, way, now)))
        .slice(0, 1)
        .map((way) => ({ by, move, way })),
    ),
  )

/** How often each move was made so far. */
export const met = new Map<GateMove, number>()
/** Of what could be done mostly what was done least: the walks go everywhere. */
export function walk(steps: readonly Push[], see: (outcome: Outcome) => void): void {
  let now = START
  const [first] = steps
  const author = PEOPLE[0]
  if (!first || !author) return
  const draft = draftOf({ ...first, late: false, free: first.free && first.form }, now)
  let request: Request = {
    facts: blank(id(900), DEPARTMENT, draft),
    recipients: [],
    draft,
    askers: new Set(),
  }
  const take = (by: Person | 'clock', events: readonly GateEvent[], step: Push) => {
    const [before, [event]] = [request, events]
    if (!event) return
    request = after(before, events, by, step, now)
    met.set(event.payload.move, (met.get(event.payload.move) ?? 0) + 1)
    see({ before, after: request, move: event.payload.move, by, event, now })
  }
  const way = { ...first, late: false, free: first.free && first.form }
  const drafted = decideWrite(
    { before: request.facts, ground: groundOf(draft), demandId: id(70), eventId: id(900) },
    draft,
    now,
  )
  if (isRefusal(drafted)) throw new Error(`not drafted: ${drafted.refusal}`)
  take(author, drafted, way)
  for (const step of steps) {
    now += step.wait
    // The house is at times away when a clock runs out, and fires it once it is back.
    if (step.onTime) {
      take('clock', decideLapse(request, id(950), now), step)
      take('clock', decideExpire(request, id(951), now), step)
    }
    const open = step.sensible ? ways(request, now) : []
    const rarest = open
      .filter(({ move }) => step.move % 5 === 0 || !['withdraw', 'refuse', 'end'].includes(move))
      .toSorted((a, b) => (met.get(a.move) ?? 0) - (met.get(b.move) ?? 0))[step.move % 2]
    const by = rarest?.by ?? PEOPLE[step.person % PEOPLE.length]
    const move = rarest?.move ?? GATE_MOVES[step.move % GATE_MOVES.length]
    if (!by || !move) continue
    const tried = rarest && { ...step, ...rarest.way, form: step.form, listed: step.listed, late: false }
    const decided = ask(request, by, move, tried ?? step, now)
    if (!isRefusal(decided)) take(by, decided, tried ?? step)
  }
}
