import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Receipt } from '@lianxin/contract'
import { KINDS } from '@lianxin/contract'
import { beforeAll, expect, test } from 'vitest'
import { eraseContent } from '../../src/kernel/content.ts'
import { describeInTown } from './open-town.ts'
import { randomLife } from './random-life.ts'
import { expectReplay, KINDS_OF_TOWN } from './replay.ts'

const MATTERS = 12
const STEPS = 18
describeInTown('the events of a matter', (town) => {
  let receipts: readonly Receipt[] = []
  beforeAll(async () => {
    receipts = await randomLife(town(), { matters: MATTERS, steps: STEPS, seed: 42 })
  }, 300_000)

  const replayed = () => expectReplay(town())

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

test('every kind there is has a town whose rows are compared with its events when its stories are told', () => {
  expect([...new Set(Object.values(KINDS_OF_TOWN).flat())].toSorted()).toEqual(
    [...new Set(KINDS.map(({ kind }) => kind))].toSorted(),
  )
  const root = join(import.meta.dirname, '../..')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(src|test)\/.*\.test\.ts$/.test(file),
  )
  const texts = files.map((file) => readFileSync(join(root, file), 'utf8')).join()
  expect(Object.keys(KINDS_OF_TOWN).filter((town) => !texts.includes(`describeInTown('${town}'`))).toEqual([])
})
