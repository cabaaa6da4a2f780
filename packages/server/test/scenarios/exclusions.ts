import type { EvaluationBoard } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

/**
 * A matter that the housing department signed for in time is left out by a second person: it leaves the rate and enters the
 * public count at once, though it is still open, on its ground and without a word of the reason.
 */
export async function countedByEverybody({ step, caughtUp, anybody }: Town, caseId: string): Promise<void> {
  const board = async (more = '') => {
    await caughtUp()
    const path = `/api/evaluation?by=unit&unit=${unitId('housing')}${more}`
    return (await anybody.get<EvaluationBoard>(path)).body
  }
  const countOf = ({ exclusions }: EvaluationBoard) =>
    exclusions?.find(({ ground }) => ground === 'forceMajeure')?.count ?? 0
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
  expect(countOf(after)).toBe(countOf(before) + 1)
  expect(after.exclusions?.length).toBe(5)
  expect(JSON.stringify(after)).not.toContain('雷击')
  // Of one community, or one item, a ground would speak of the one matter there.
  for (const narrow of ['&place=210105001001', '&item=lamp'])
    expect((await board(narrow)).exclusions).toBeNull()
}
