import { DAY_MS } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import { sql } from 'kysely'
import { actorOf, type Step } from './demo-actor.ts'
import { systemActor } from './kernel/actor.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { writeAdvice } from './modules/whistle/index.ts'

/** 三台子街道, where the demonstration's whistles are blown. */
const SUBDISTRICT = '210105001'
const WRITTEN_DAYS_AGO = 9
const WORDS =
  '这次到场比时限晚了半天，居民在冷屋里等。到了以后办得认真。建议供暖期给街道固定一名联系人，来不了先说一声。'

type Ground = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}

/** What the subdistrict wrote to the head of the heating company, on its rated calls; the answer is still to come. */
export const adviceSteps = ({ tenant, demo, idOf, now }: Ground): readonly Step[] => {
  const id = idOf('advice/heating')
  const unitId = demo.units.find(({ code }) => code === 'heating')?.id ?? ''
  return [
    {
      ...{ at: now - WRITTEN_DAYS_AGO * DAY_MS, id },
      async run(world) {
        const caseIds = await inTenant(world, tenant, systemActor('demonstration'), async (tx) => {
          const { rows } = await sql<{ id: string }>`
            select c.id from grid_case c join case_assignment a on a.tenant = c.tenant and a.case_id = c.id
            where c.tenant = ${tenant} and c.kind = 'whistle' and c.state = 'closed' and a.unit_id = ${unitId}::uuid`.execute(
            tx.db,
          )
          return rows.map((row) => row.id)
        })
        const input = { params: undefined, query: undefined, body: { unitId, caseIds, words: WORDS } }
        const actor = actorOf(demo, 'subdistrictDispatcher', SUBDISTRICT)
        await runCommand(world, writeAdvice, { tenant, actor, id, input })
      },
    },
  ]
}
