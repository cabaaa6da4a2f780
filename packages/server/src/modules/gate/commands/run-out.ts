import { type GateStep, gateRoutes, type Input } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideExpire, decideLapse } from '../domain/decide-gate.ts'
import type { GateRecord } from '../domain/gate-facts.ts'
import { gateReach, lockGate } from '../queries/load-gate.ts'
import { saveStep } from '../store.ts'
import { changedAnswer } from './write-demand.ts'

/** Requests whose time to answer is over, and demands whose last day is. */
export async function runOutRequests(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    (select id from gate_request where tenant = ${tx.tenant} and state = 'asking' and due_at <= ${at(tx.now)} limit ${limit})
    union all
    (select id from gate_request where tenant = ${tx.tenant} and state = 'inForce' and until_at <= ${at(tx.now)} limit ${limit})`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

/** The system's own step on a request whose time has run out. Doing it twice does it once. */
export const runOut = command<
  typeof gateRoutes.step,
  { readonly record: GateRecord; readonly eventId: string },
  NewEvent<GateStep>
>({
  route: gateRoutes.step,
  permit: 'gate.clock',
  async load(tx, permit, { params: { id } }) {
    return { record: await lockGate(tx, permit, id, gateReach, null), eventId: uuidV7(tx.now) }
  },
  decide: ({ record, eventId }, _input, now) =>
    record.facts.state === 'asking' ? decideLapse(record, eventId, now) : decideExpire(record, eventId, now),
  async save(tx, { record }, events) {
    for (const event of events) await saveStep(tx, event)
    return { requestId: record.facts.id, version: events[0]?.streamVersion ?? record.facts.version }
  },
  answer: changedAnswer,
})

export const timeOver = (id: string): Input<typeof gateRoutes.step> => ({
  params: { id },
  query: undefined,
  body: { expectedVersion: 1, move: 'end' },
})
