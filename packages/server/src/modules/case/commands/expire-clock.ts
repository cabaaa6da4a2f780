import { type CaseStep, type ClockFired, isRefusal } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { raiseAlerts, settleAlerts } from '../alert-store.ts'
import { alertsForClock, heldUp, tellingOf } from '../domain/alerts.ts'
import { factsAfter } from '../domain/case-facts.ts'
import { clockEvent, clockPayload } from '../domain/clock-event.ts'
import { following, isHeldUp } from '../domain/following.ts'
import { firstRung, rungAfter, WHOLE } from '../domain/rungs.ts'
import { lockRunningClock, onLadder, type RunningClock } from '../queries/running-clocks.ts'
import { markClock, updateCase } from '../store.ts'
import { raiseMissing } from './raise-missing.ts'

/** The system's own route: it is run by the clock job and answers to nobody over HTTP. */
const expiry = systemRoute('case.expireClock')

/** A clock has run out: it fires once, whoever is above is told, and the kind may name a move that follows. */
export const expireClock = (clockId: string) =>
  command<typeof expiry, RunningClock | null, NewEvent<CaseStep | ClockFired>>({
    route: expiry,
    permit: 'case.clock',
    async load(tx, permit) {
      const found = await lockRunningClock(tx, permit, clockId)
      return found?.clock.firedAt === null ? found : null
    },
    decide(state, _input, now) {
      if (!state) return []
      const { facts, clock, freshIds } = state
      const [firedId = '', ...rest] = freshIds
      const fired = (payload: ClockFired) =>
        clockEvent(facts, clock, { id: firedId, type: 'clock.fired', payload }, onLadder(state))
      const base = { ...clockPayload(facts, clock), rung: rungAtLimit(state, now) }
      const followed = following(state, rest, now)
      if (!isRefusal(followed)) return [fired(base), ...followed]
      return [fired({ ...base, ...tellingOf(WHOLE, clock, facts, state) })]
    },
    async save(tx, state, events) {
      if (!state) return { fired: false }
      const { facts, clock, kind } = state
      const fired = events.find((event): event is NewEvent<ClockFired> => event.stream === 'clock')
      await markClock(tx, { ...clock, rung: fired?.payload.rung ?? null }, 'limit')
      const step = events.find((event): event is NewEvent<CaseStep> => event.stream === 'case')
      const newId = () => uuidV7(tx.now)
      if (step) await saveFollowing(tx, state, step)
      if (!step && isHeldUp(state)) await raiseAlerts(tx, [heldUp(facts, clock, newId())])
      // Also where the kind names a move that could not be made: nothing runs out in silence. What climbed is late as well.
      else if (!step || kind.moves[step.payload.move]?.climbs) {
        const telling = tellingOf(WHOLE, clock, facts, state)
        await raiseAlerts(tx, alertsForClock(WHOLE, clock, facts, telling, newId))
      }
      return { fired: true }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Writes the move that followed a clock, with what it settles and what is wrong after it. */
export async function saveFollowing(
  tx: Tx,
  state: RunningClock,
  { streamVersion, payload }: NewEvent<CaseStep>,
): Promise<void> {
  const after = factsAfter(state.facts.id, streamVersion, payload)
  await updateCase(tx, after)
  await settleAlerts(tx, after)
  await raiseMissing(tx, after, state)
}

/** What comes after the limit. A clock that began before there were rungs finds its own here. */
function rungAtLimit({ facts, clock, kind, item, units, calendar }: RunningClock, now: number) {
  if (clock.rung) return clock.rung
  const { level, choices } = facts
  const of = facts.assignments.find((one) => one.id === clock.assignmentId)?.unitId ?? facts.ownerUnitId
  const unit = units.find((one) => one.id === of)
  const context = { kind, item, level, calendar, now, choices, until: null }
  const rung = firstRung(clock.clock, clock.startedAt, clock.dueAt, unit, context)
  return rung && rungAfter({ ...rung, reached: WHOLE }, clock, unit, context)
}
