import type { CaseStep, ClockFired, Receipt } from '@lianxin/contract'
import { isRefusal } from '@lianxin/contract'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { eraseContent } from '../../src/kernel/content.ts'
import { readAfter, type StoredEvent } from '../../src/kernel/event-store.ts'
import { mintPermit } from '../../src/kernel/permit.ts'
import { type CaseFacts, factsAfter } from '../../src/modules/case/domain/case-facts.ts'
import { findCase } from '../../src/modules/case/queries/load-case.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { randomLife } from './random-life.ts'

const MATTERS = 12
const STEPS = 18
/** What the events of a tenant say of each matter, folded from the first to the last. */
function fold(events: readonly StoredEvent[]): ReadonlyMap<string, CaseFacts> {
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

const inOrder = (facts: CaseFacts): CaseFacts => {
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...facts,
    assignments: byId(facts.assignments),
    clocks: byId(facts.clocks),
    flags: byId(facts.flags),
  }
}

describeInTown('the events of a matter', (town) => {
  let receipts: readonly Receipt[] = []
  beforeAll(async () => {
    receipts = await randomLife(town(), { matters: MATTERS, steps: STEPS, seed: 42 })
  }, 300_000)

  const replayed = () =>
    town().inside(async (tx) => {
      const facts = fold(await readAfter(tx, 0, 100_000))
      const permit = mintPermit('case.view', systemActor('replay'), TENANT)
      if (isRefusal(permit)) throw new Error(permit.refusal)
      for (const { caseId } of receipts) {
        const folded = facts.get(caseId)
        const stored = (await findCase(tx, permit, caseId)).facts
        expect(folded && inOrder(folded)).toEqual(inOrder(stored))
      }
      return [...facts.values()]
    })

  test('replay to its stored row, its assignments and its clocks', async () => {
    const facts = await replayed()
    // What was raised, and the rectifications that the house opened for what went wrong.
    expect(facts.length).toBeGreaterThanOrEqual(MATTERS)
    // The lives were worth comparing: many states, several rounds, clocks that ran out.
    expect(new Set(facts.map(({ state }) => state)).size).toBeGreaterThan(3)
    expect(facts.some(({ assignments }) => assignments.length > 1)).toBe(true)
    expect(facts.flatMap(({ clocks }) => clocks).some(({ firedAt }) => firedAt !== null)).toBe(true)
  })

  test('still replay when every word has been erased, and every view still answers', async () => {
    const { inside, rows, as, follow, caughtUp } = town()
    await caughtUp()
    const before = await replayed()
    await inside(async (tx) => {
      for (const { caseId } of receipts) await eraseContent(tx, caseId)
    })
    expect(await rows('select 1 from content where body is not null and erased_at is not null')).toEqual([])
    expect(await replayed()).toEqual(before)
    const desk = await as('dutyOfficer')
    for (const receipt of receipts) {
      const { status, body } = await desk.get<{
        words: string
        timeline: { words: string | null; reason: string | null }[]
      }>(`/api/cases/${receipt.caseId}`)
      expect([status, body.words]).toEqual([200, ''])
      expect(body.timeline.every(({ words, reason }) => words === null && reason === null)).toBe(true)
      expect((await (await follow(receipt)).get('/api/follow/case')).body).toMatchObject({ words: '' })
    }
    expect((await desk.get('/api/cases?limit=100')).status).toBe(200)
    const { status, text } = await desk.get('/api/cases/export', { purpose: 'superviseCase' })
    const [all] = await rows<{ n: number }>('select count(*)::int as n from grid_case where tenant = 1')
    expect([status, text.split('\r\n').length]).toEqual([200, (all?.n ?? 0) + 2])
    expect(town().faults).toEqual([])
  })
})
