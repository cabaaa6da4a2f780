import type { EvaluationBoard } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

const PLACES = ['210105', '210105001', '210105001001', '210105001001001']

/**
 * A matter that the housing department signed for in time is left out by a second person: it leaves the rate and enters the
 * public count at once, though it is still open, without a word of the reason; and of one matter nobody is told the ground.
 */
export async function countedByEverybody({ step, caughtUp, anybody }: Town, caseId: string): Promise<void> {
  const board = async () => {
    await caughtUp()
    const path = `/api/evaluation?by=unit&unit=${unitId('housing')}`
    return (await anybody.get<EvaluationBoard>(path)).body
  }
  const choices = { ground: 'forceMajeure' }
  await step('dispatcher', caseId, 'askExclusion', { reason: '雷击打坏了路灯', choices })
  const before = await board()
  await step('dutyOfficer', caseId, 'exclude', { words: '同意' })
  const after = await board()
  expect(after.total.counts).toMatchObject({
    responded: before.total.counts.responded - 1,
    asked: before.total.counts.asked - 1,
    excluded: before.total.counts.excluded + 1,
  })
  expect(JSON.stringify(after)).not.toContain('雷击')
  // Nor by a narrower question, nor by one about the whole: this is the one matter in each of them.
  const com1 = `unit=${unitId('com1')}`
  const addresses = [
    ...[`by=item&${com1}`, `by=unit&unit=${unitId('housing')}&item=lamp`, 'by=unit&item=lamp', 'by=unit'],
    ...PLACES.map((place) => `by=unit&place=${place}`),
  ]
  for (const address of addresses) {
    const { body } = await anybody.get<EvaluationBoard>(`/api/evaluation?${address}`)
    const { untold, grounds } = body.exclusions
    expect([address, untold]).toEqual([address, address === 'by=unit' ? 'running' : 'part'])
    expect(grounds.map(({ count }) => count)).toEqual([null, null, null, null, null])
  }
}
