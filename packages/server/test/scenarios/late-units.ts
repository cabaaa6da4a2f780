import { HOUR_MS, type Receipt } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

/**
 * `given`: housing lets its deadline run out and gives the matter back; heating closes it in time. `shared`: housing leads and
 * is in time, its co-handler heating is late. `again`: housing is late, it is not solved, and heating closes it in time.
 */
export type LateMatters = { readonly given: Receipt; readonly shared: Receipt; readonly again: Receipt }

const HOUSING = { unitId: unitId('housing'), role: 'lead' }
const HEATING = { unitId: unitId('heating'), role: 'lead' }

/** Three matters that changed hands around a deadline, closed and judged. */
export async function changeHands(town: Town): Promise<LateMatters> {
  const { report, step, later, now, follow, versionOf } = town
  const open = async () => {
    const receipt = await report()
    await step('worker1', receipt.caseId, 'triage', { itemCode: 'lamp' })
    return receipt
  }
  const [given, shared, again] = [await open(), await open(), await open()]
  const send = ({ caseId }: Receipt, units: readonly object[], hours: number) =>
    step('dispatcher', caseId, 'dispatch', { units, dueAt: now() + hours * HOUR_MS, reason: '急' })
  const finish = async (who: 'housing1' | 'heating1', { caseId }: Receipt) => {
    await step(who, caseId, 'sign')
    await step(who, caseId, 'feedback', { words: '灯亮了' })
  }
  const judge = async (receipt: Receipt, solved: boolean, satisfaction: number) => {
    await step('dutyOfficer', receipt.caseId, 'pass')
    const expectedVersion = await versionOf(receipt.caseId)
    const verdict = { move: 'judge', solved, satisfaction, expectedVersion }
    expect((await (await follow(receipt)).followedMove(verdict)).status).toBe(200)
  }
  await send(given, [HOUSING], 1)
  await send(shared, [HOUSING, { ...HEATING, role: 'coHandler' }], 1)
  await send(again, [HOUSING], 1)
  await finish('housing1', shared)
  // Longer than the day after which the district's rule puts a late unit on its negative list.
  await later(26 * HOUR_MS)
  await step('housing1', given.caseId, 'return', { reason: '不归我们' })
  await send(given, [HEATING], 48)
  await finish('heating1', given)
  await judge(given, true, 5)
  await finish('heating1', shared)
  await judge(shared, true, 2)
  await finish('housing1', again)
  await judge(again, false, 1)
  await send(again, [HEATING], 48)
  await finish('heating1', again)
  await judge(again, true, 4)
  return { given, shared, again }
}
