import { type DecisionOverdue, type GateStep, gateRoutes, type Input } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideExpire, decideLapse, decideOverdue } from '../domain/decide-gate.ts'
import { type GateRecord, STREAM } from '../domain/gate-facts.ts'
import { gateReach, lockGate } from '../queries/load-gate.ts'
import { markOverdue, saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

/** Requests whose time to answer or to be decided is over, and demands whose last day is. */
export async function runOutRequests(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    (select id from gate_request where tenant = ${tx.tenant} and state = 'asking' and due_at <= ${at(tx.now)} limit ${limit})
    union all
    (select id from gate_request where tenant = ${tx.tenant} and state = 'submitted' and overdue_at is null and due_at <= ${at(tx.now)} limit ${limit})
    union all
    (select id from gate_request where tenant = ${tx.tenant} and state = 'inForce' and until_at <= ${at(tx.now)} limit ${limit})`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

type State = { readonly record: GateRecord; readonly isTold: boolean; readonly eventId: string }

/** The system's own step on a request whose time has run out. Doing it twice does it once. */
export const runOut = command<typeof gateRoutes.step, State, NewEvent<GateStep | DecisionOverdue>>({
  route: gateRoutes.step,
  permit: 'gate.clock',
  async load(tx, permit, { params: { id } }) {
    const record = await lockGate(tx, permit, id, gateReach, null)
    return { record, isTold: await isToldOverdue(tx, id), eventId: uuidV7(tx.now) }
  },
  decide({ record, isTold, eventId }, _input, now) {
    if (record.facts.state === 'asking') return decideLapse(record, eventId, now)
    if (record.facts.state === 'submitted') return isTold ? [] : decideOverdue(record, eventId, now)
    return decideExpire(record, eventId, now)
  },
  async save(tx, { record: { facts } }, [event]) {
    const isStep = (one: typeof event): one is NewEvent<GateStep> => one?.stream === STREAM
    if (isStep(event)) await saveStep(tx, event)
    else if (event) await markOverdue(tx, facts.id)
    return { requestId: facts.id, version: isStep(event) ? event.streamVersion : facts.version }
  },
  answer: changedAnswer,
})

async function isToldOverdue(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from gate_request where tenant = ${tx.tenant} and id = ${id} and overdue_at is not null`.execute(
    tx.db,
  )
  return rows.length > 0
}

export const timeOver = (id: string): Input<typeof gateRoutes.step> => ({
  params: { id },
  query: undefined,
  body: { expectedVersion: 1, move: 'end' },
})
