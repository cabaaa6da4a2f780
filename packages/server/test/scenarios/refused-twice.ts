import { MINUTE_MS, type SettingList } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readAfter } from '../../src/kernel/event-store.ts'
import { ratedRounds } from '../../src/modules/rating/subscribers.ts'
import type { Town } from './open-town.ts'
import type { WhistleHands } from './whistle-hands.ts'

/** Told in the town of whistles, whose rule it changes: the last story there. */
export function refusedTwice(town: () => Town, { blow, assignmentOf }: WhistleHands): void {
  const opensAtTheSecond = async () => {
    const keeper = await town().as('ruleKeeper')
    const { rows } = (await keeper.get<SettingList>('/api/settings')).body
    const { present } = rows.find(({ name }) => name === 'negativeTriggers') ?? {}
    const value = { ...(present?.value as object), refusedWhistle: { on: true, times: 2 } }
    const change = { value, seenVersion: 0, reason: '第二次才整改', effectiveFrom: null }
    expect((await keeper.send('POST', '/api/settings/negativeTriggers', change)).status).toBe(200)
    await town().later(2 * MINUTE_MS)
  }
  /** What is noted of refusals when these events are told at once and none was noted before. Nothing of it is kept. */
  const notedAtOnce = async (from: number) => {
    const noted: unknown[] = []
    const told = town().inside(async (tx) => {
      await sql`delete from negative_entry where tenant = ${tx.tenant} and cause = 'refusedWhistle'`.execute(
        tx.db,
      )
      const events = await readAfter(tx, from, 1_000)
      await ratedRounds.handle(
        tx,
        events.filter(({ type }) => ratedRounds.on(type)),
      )
      const { rows } = await sql`
        select matter_id as "matterId", opens from negative_entry
        where tenant = ${tx.tenant} and cause = 'refusedWhistle' order by noted_at, matter_id`.execute(tx.db)
      noted.push(...rows)
      throw new Error('looked at only')
    })
    await expect(told).rejects.toThrow('looked at only')
    return noted
  }

  test('the second refusal of a unit is its second whatever else befell either matter in the same batch of events', async () => {
    const { step, later, caughtUp } = town()
    await opensAtTheSecond()
    const [one, other] = [await blow('keyWork', 'housing'), await blow('keyWork', 'housing')]
    await step('housing1', other, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
    await caughtUp()
    const [head] = await town().rows<{ seq: number }>('select seq::int from tenant_head where tenant = 1')
    // From here on the first overruling is the second event of its matter, and the second one the first of its own.
    await step('housing1', one, 'refuse', { reason: '不归我们', dutyCode: 'fire' })
    for (const caseId of [one, other]) {
      const assignmentId = await assignmentOf(caseId, 'housing')
      await step('dutyOfficer', caseId, 'overrule', { assignmentId, reason: '清单写明由你们来' })
      await later(MINUTE_MS)
    }
    await caughtUp()
    expect(await notedAtOnce(head?.seq ?? 0)).toEqual([
      { matterId: one, opens: false },
      { matterId: other, opens: true },
    ])
  })
}
