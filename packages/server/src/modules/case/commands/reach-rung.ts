import type { ClockFired, ClockRung, RungReached } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { type NewEvent, readStream } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { raiseAlerts } from '../alert-store.ts'
import { alertsForClock, tellingOf } from '../domain/alerts.ts'
import { clockEvent, clockPayload } from '../domain/clock-event.ts'
import { percentAfter, rungAfter, WHOLE } from '../domain/rungs.ts'
import { lockRunningClock, onLadder, type RunningClock } from '../queries/running-clocks.ts'
import { markClock } from '../store.ts'

/** The system's own route: it is run by the clock job and answers to nobody over HTTP. */
const reaching = systemRoute('case.reachRung')

type Reaching = RunningClock & {
  readonly rung: ClockRung
  readonly percent: number
  readonly before: readonly (string | null)[]
}

/** So much of a limit is used up that the ladder leads to somebody: told once, and the next rung is looked forward to. */
export const reachRung = (clockId: string) =>
  command<typeof reaching, Reaching | null, NewEvent<RungReached>>({
    route: reaching,
    permit: 'case.clock',
    async load(tx, permit) {
      const found = await lockRunningClock(tx, permit, clockId)
      const { rung, clock: name = '', firedAt = null } = found?.clock ?? {}
      if (!found || !rung || rung.at === null || rung.at > tx.now) return null
      const percent = percentAfter(rung.reached, name, onLadder(found))
      // One after the other, also when several came while the house was away.
      if (percent === undefined || (percent > WHOLE && firedAt === null)) return null
      return { ...found, rung, percent, before: percent > WHOLE ? await toldSince(tx, found) : [] }
    },
    decide(state, _input, now) {
      if (!state) return []
      const { facts, clock, percent, kind, item, units, calendar, freshIds, before } = state
      const { level, choices } = facts
      const telling = tellingOf(percent, clock, facts, state, before)
      const unit = units.find((one) => one.id === telling.aboutUnitId)
      const rung = rungAfter({ ...state.rung, reached: percent }, clock, unit, {
        ...{ kind, item, level, calendar, now, choices, until: null },
      })
      const payload = { ...clockPayload(facts, clock), ...telling, rung, percent }
      const event = { id: freshIds[0] ?? '', type: 'clock.rungReached', payload }
      return [clockEvent(facts, clock, event, onLadder(state))]
    },
    async save(tx, state, [event]) {
      if (!state || !event) return { fired: false }
      const { facts, clock } = state
      const { percent, rung = null } = event.payload
      await markClock(tx, { ...clock, rung }, 'rung')
      await raiseAlerts(
        tx,
        alertsForClock(percent, clock, facts, event.payload, () => uuidV7(tx.now)),
      )
      return { fired: true }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Who was told of this clock since its limit was used up, as its own history says: by now somebody else may be there. */
async function toldSince(tx: Tx, { clock, facts }: RunningClock): Promise<readonly (string | null)[]> {
  const moments = await readStream<ClockFired & Partial<RungReached>>(tx, clock.id, facts.openedAt)
  return moments
    .filter(({ payload: { percent = WHOLE } }) => percent >= WHOLE)
    .flatMap(({ payload: { toldUnitId } }) => (toldUnitId === undefined ? [] : [toldUnitId]))
}
