import type { CaseStep, ClockFired, GateStep, RecipientStep } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readAfter, type StoredEvent } from '../../src/kernel/event-store.ts'
import { permitFor } from '../../src/kernel/permit.ts'
import type { Tx } from '../../src/kernel/tx.ts'
import { type CaseFacts, factsAfter } from '../../src/modules/case/domain/case-facts.ts'
import { findCase } from '../../src/modules/case/queries/load-case.ts'
import { factsAfter as gateAfter } from '../../src/modules/gate/domain/gate-facts.ts'
import { findGate } from '../../src/modules/gate/queries/load-gate.ts'

/** What the events of a tenant say of each matter, folded from the first to the last. */
function mattersOf(events: readonly StoredEvent[]): ReadonlyMap<string, CaseFacts> {
  const facts = new Map<string, CaseFacts>()
  const caseOfClock = new Map<string, string>()
  for (const event of events) {
    if (event.stream === 'case') {
      const step = event.payload as CaseStep
      facts.set(event.streamId, factsAfter(event.streamId, event.streamVersion, step))
      for (const clock of step.clocks) caseOfClock.set(clock.id, event.streamId)
    }
    if (event.stream === 'clock') {
      const { clockId, rung = null } = event.payload as ClockFired
      const of = facts.get(caseOfClock.get(clockId) ?? '')
      const clocks = of?.clocks.map((one) =>
        one.id === clockId
          ? { ...one, rung, firedAt: event.type === 'clock.fired' ? event.recordedAt : one.firedAt }
          : one,
      )
      if (of && clocks) facts.set(of.id, { ...of, clocks })
    }
  }
  return facts
}

const byId = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const inOrder = (facts: CaseFacts | undefined) =>
  facts && {
    ...facts,
    assignments: byId(facts.assignments),
    clocks: byId(facts.clocks),
    flags: byId(facts.flags),
    partyIds: facts.partyIds.toSorted(),
  }

/** What the events say of each request at the gate and of each community that it is meant for. */
function gateOf(events: readonly StoredEvent[]) {
  const requests = new Map<string, { step: GateStep; recipients: Map<string, RecipientStep> }>()
  for (const { stream, streamId, payload } of events) {
    if (stream !== 'gate') continue
    const step = payload as GateStep
    const before = step.move === 'save' ? [] : (requests.get(streamId)?.recipients ?? [])
    const recipients = new Map(before)
    for (const one of step.recipients) recipients.set(one.communityCode, one)
    requests.set(streamId, { step, recipients })
  }
  return requests
}

/** In which towns which kinds are met in the end: together every kind there is. */
export const KINDS_OF_TOWN: Readonly<Record<string, readonly string[]>> = {
  'the events of a matter': ['request'],
  'a finding': ['finding'],
  'a whistle': ['whistle', 'rectification'],
  'a task that a department places on a community': ['assignment'],
  'a mediation': ['mediation', 'request'],
  'what residents and owners decide': ['deliberation', 'objection', 'task'],
  'what those below say, and what keeps happening': ['topic'],
}

/** Where transactions of the house's own are run. */
type Inside = { inside<T>(work: (tx: Tx) => Promise<T>): Promise<T> }

/** Towns in which the stories write rows of matters themselves, which no event tells. */
const WITH_OWN_ROWS = ['who gets which matter', 'the two interpreters of the permission table']

/**
 * Every matter and every request at the gate is what its events say: row, assignments, clocks, flags, parties, recipients. No
 * row is there without its events, unless a story wrote rows of its own, and no event without its row. Gives the matters.
 */
export const expectReplay = (town: Inside, name = ''): Promise<readonly CaseFacts[]> =>
  town.inside(async (tx) => {
    // The house goes on meanwhile: events and rows are read as of one moment.
    await sql`set transaction isolation level repeatable read`.execute(tx.db)
    const events = await readAfter(tx, 0, 100_000)
    const [ofCase, ofGate] = [permitFor(tx, 'case.view'), permitFor(tx, 'gate.view')]
    const idsIn = async (table: 'grid_case' | 'gate_request') =>
      (await tx.db.selectFrom(table).select('id').where('tenant', '=', tx.tenant).execute()).map(
        ({ id }) => id,
      )
    const matters = mattersOf(events)
    const rows = (await idsIn('grid_case')).filter((id) => !WITH_OWN_ROWS.includes(name) || matters.has(id))
    expect([...matters.keys()].toSorted()).toEqual(rows.toSorted())
    const kinds = new Set([...matters.values()].map(({ kind }) => kind))
    expect((KINDS_OF_TOWN[name] ?? []).filter((kind) => !kinds.has(kind))).toEqual([])
    await Promise.all(
      [...matters].map(async ([id, said]) => {
        expect(inOrder((await findCase(tx, ofCase, id)).facts)).toEqual(inOrder(said))
      }),
    )
    const requests = gateOf(events)
    expect([...requests.keys()].toSorted()).toEqual((await idsIn('gate_request')).toSorted())
    await Promise.all(
      [...requests].map(async ([id, { step, recipients }]) => {
        const stored = await findGate(tx, ofGate, id)
        expect(stored.facts).toEqual(gateAfter(id, step))
        expect(stored.recipients).toEqual([...recipients.values()])
      }),
    )
    return [...matters.values()]
  })
