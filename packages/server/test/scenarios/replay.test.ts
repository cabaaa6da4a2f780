import type { CaseStep, ClockFired, MoveView, Receipt } from '@lianxin/contract'
import { isRefusal } from '@lianxin/contract'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { eraseContent } from '../../src/kernel/content.ts'
import { readAfter, type StoredEvent } from '../../src/kernel/event-store.ts'
import { mintPermit } from '../../src/kernel/permit.ts'
import { type CaseFacts, factsAfter } from '../../src/modules/case/domain/case-facts.ts'
import { findCase } from '../../src/modules/case/queries/load-case.ts'
import { describeInTown, TENANT, type Town } from './open-town.ts'
import { PERSON_NAMES, pointIn, unitId } from './town.ts'

const MATTERS = 12
const STEPS = 9
const HOUR = 3_600_000
const inputs = {
  ...{ words: '说明', reason: '原因', itemCode: 'stairs', level: 3, solved: false, satisfaction: 2 },
  units: [
    { unitId: unitId('housing'), role: 'lead' as const },
    { unitId: unitId('sub1'), role: 'coHandler' as const },
  ],
}

/** Takes each matter some steps along, whoever may make them, with hours and weeks in between. */
async function live(town: Town): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  const chance = fc.sample(fc.nat(9_999), { numRuns: MATTERS * STEPS * 3, seed: 42 })[Symbol.iterator]()
  const pick = <T>(list: readonly T[]): T | undefined => list[(chance.next().value ?? 0) % list.length]
  const names = PERSON_NAMES.filter((name) => name !== 'auditor')
  for (let serial = 0; serial < MATTERS; serial += 1) {
    const receipt = await town.report({
      words: `第 ${serial} 件`,
      where: { point: pointIn(serial % 2 === 0 ? 0 : 1) },
    })
    receipts.push(receipt)
    const url = `/api/cases/${receipt.caseId}`
    for (let step = 0; step < STEPS; step += 1) {
      const resident = step % 4 === 3
      const who = resident ? await town.follow(receipt) : await town.as(pick(names) ?? 'dutyOfficer')
      const { body, status } = await who.get<{ version: number; moves: MoveView[] }>(
        resident ? '/api/follow/case' : url,
      )
      const move = status === 200 ? pick(body.moves.filter((one) => one.move !== 'withdraw')) : undefined
      if (!move) continue
      const fields = Object.fromEntries(
        [...move.needs, ...move.may].flatMap((name) =>
          name in inputs ? [[name, inputs[name as 'words']]] : [],
        ),
      )
      const input = { move: move.move, expectedVersion: body.version, ...fields }
      const done = await (resident ? who.followedMove(input) : who.move(receipt.caseId, input))
      expect(done.status).toBe(200) // what is offered is taken
      if (step % 3 === 0) await town.later((pick([1, 30, 200]) ?? 1) * HOUR)
    }
  }
  return receipts
}

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
    if (event.type === 'clock.fired') {
      const { clockId } = event.payload as ClockFired
      const of = facts.get(caseOfClock.get(clockId) ?? '')
      const clocks = of?.clocks.map((one) =>
        one.id === clockId ? { ...one, firedAt: event.recordedAt } : one,
      )
      if (of && clocks) facts.set(of.id, { ...of, clocks })
    }
  }
  return facts
}

const inOrder = (facts: CaseFacts): CaseFacts => {
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { ...facts, assignments: byId(facts.assignments), clocks: byId(facts.clocks) }
}

describeInTown('the events of a matter', (town) => {
  let receipts: readonly Receipt[] = []
  beforeAll(async () => {
    receipts = await live(town())
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
    expect(facts.length).toBe(MATTERS)
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
    expect([status, text.split('\r\n').length]).toEqual([200, MATTERS + 2])
    expect(town().faults).toEqual([])
  })
})
