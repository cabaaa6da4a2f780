import { type CaseStep, type ClockFired, isRefusal } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { alertsAbout, alertsForExpiry } from '../domain/alerts.ts'
import { type CaseFacts, circleIdOf, factsAfter } from '../domain/case-facts.ts'
import { decideMove } from '../domain/decide-move.ts'
import { ALONE } from '../domain/move-state.ts'
import { lockCase } from '../queries/load-case.ts'
import { type Ground, loadGround } from '../queries/load-ground.ts'
import { markFired, raiseAlerts, settleAlerts, updateCase } from '../store.ts'

type Expiry =
  | (Ground & {
      readonly facts: CaseFacts
      readonly openChildren: number
      readonly freshIds: readonly string[]
    })
  | null

/** The system's own route: it is run by the clock job and answers to nobody over HTTP. */
const expiry = systemRoute('case.expireClock')

/** A clock has run out: it fires once, the supervisor is told, and the kind may name a move that follows. */
export const expireClock = (clockId: string) =>
  command<typeof expiry, Expiry, NewEvent<CaseStep | ClockFired>>({
    route: expiry,
    permit: 'case.clock',
    async load(tx, permit) {
      const caseId = await lockCaseOf(tx, clockId)
      if (!caseId) return null
      const { facts, openChildren } = await lockCase(tx, permit, caseId, null)
      const clock = facts.clocks.find((one) => one.id === clockId)
      // Stopped or fired between claim and lock: nothing is due any more.
      if (!clock || clock.stoppedAt !== null || clock.firedAt !== null) return null
      return {
        ...{ facts, openChildren },
        ...(await loadGround(tx, facts)),
        freshIds: Array.from({ length: 8 }, () => uuidV7(tx.now)),
      }
    },
    decide(state, _input, now) {
      if (!state) return []
      const { facts, kind, freshIds } = state
      const clock = must(
        facts.clocks.find((one) => one.id === clockId),
        { refusal: 'not-found' },
      )
      const [firedId = '', ...rest] = freshIds
      const payload: ClockFired = {
        clockId,
        clock: clock.clock,
        placeCode: facts.placeCode,
        unitIds: facts.unitIds,
        ownerUnitId: facts.ownerUnitId,
        dueAt: clock.dueAt,
        circle: facts.circle && [...facts.circle],
      }
      const fired: NewEvent<ClockFired> = {
        id: firedId,
        type: 'clock.fired',
        stream: 'clock',
        streamId: clockId,
        streamVersion: 1,
        payload,
        circleId: circleIdOf(facts),
      }
      const moveName = kind.onExpiry[clock.clock]
      if (!moveName) return [fired]
      const marked = {
        ...facts,
        clocks: facts.clocks.map((one) => (one.id === clockId ? { ...one, firedAt: now } : one)),
      }
      const moved = decideMove(
        {
          facts: marked,
          kind,
          units: state.units,
          item: state.item,
          calendar: state.calendar,
          accountId: null,
          ownUnitId: null,
          freshIds: rest,
          contentIds: [],
          around: { ...ALONE, openChildren: state.openChildren },
        },
        { move: moveName, expectedVersion: facts.version },
        now,
      )
      return isRefusal(moved) ? [fired] : [fired, ...moved]
    },
    async save(tx, state, events) {
      if (!state) return { fired: false }
      const { facts, kind, units } = state
      await markFired(tx, clockId)
      const step = events.find((event): event is NewEvent<CaseStep> => event.stream === 'case')
      const newId = () => uuidV7(tx.now)
      const clock = must(
        facts.clocks.find((one) => one.id === clockId),
        { refusal: 'not-found' },
      )
      if (step) {
        const after = factsAfter(facts.id, step.streamVersion, step.payload)
        await updateCase(tx, after)
        await settleAlerts(tx, after)
        await raiseAlerts(tx, alertsAbout(after, units, newId))
      }
      // Also where the kind names a move that could not be made: nothing runs out in silence. What climbed is late as well.
      if (!step || kind.moves[step.payload.move]?.climbs)
        await raiseAlerts(tx, alertsForExpiry(facts, clock, state, newId))
      return { fired: true }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Clocks that have run out, the longest overdue first. */
export async function dueClocks(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from clock
    where tenant = ${tx.tenant} and stopped_at is null and fired_at is null and due_at <= ${at(tx.now)}
      and (retry_at is null or retry_at <= ${at(tx.now)})
    order by due_at limit ${limit}`.execute(tx.db)
  return rows.map((row) => row.id)
}

/**
 * Locks the matter of a clock, unless somebody is working on it. It locks the matter and not the clock: a move locks the
 * matter first and its clocks later, and two that lock in opposite orders would wait for each other for ever.
 */
async function lockCaseOf(tx: Tx, clockId: string): Promise<string | undefined> {
  const { rows } = await sql<{ case_id: string }>`
    select k.case_id from clock k join grid_case c on c.tenant = k.tenant and c.id = k.case_id
    where k.tenant = ${tx.tenant} and k.id = ${clockId}::uuid for update of c skip locked`.execute(tx.db)
  return rows[0]?.case_id
}
