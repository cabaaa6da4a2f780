import { DAY_MS, HOUR_MS, MINUTE_MS } from '@lianxin/contract'
import { sql } from 'kysely'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant } from '../../kernel/tx.ts'
import { type PhotoStore, thumbId } from '../file/index.ts'
import { untrue, withdrawUntrue } from './commands/withdraw-untrue.ts'
import { forgetMeToo } from './me-too-store.ts'
import { markErased, picturesToErase } from './store.ts'

const BATCH = 50
/** Longer than a matter can be reopened. */
const NUMBERS_KEPT_MS = 30 * DAY_MS

/** Takes answers off the wall whose matter was opened again. They are not shown from the moment that it was. */
export const untrueJob: Job = {
  name: 'echo.untrue',
  everyMs: 5_000,
  waiting: 'untrue_answers_waiting',
  async run(world, tenant) {
    const actor = systemActor('echo.untrue')
    const cases = await inTenant(world, tenant, actor, async (tx) => {
      const { rows } = await sql<{ case_id: string }>`
        select e.case_id from echo_entry e join grid_case c on c.tenant = e.tenant and c.id = e.case_id and c.open
        where e.tenant = ${tx.tenant} and e.state = 'published' limit ${BATCH}`.execute(tx.db)
      return rows.map((row) => row.case_id)
    })
    for (const id of cases)
      await runCommand(world, withdrawUntrue, { tenant, actor, id: null, input: untrue(id) })
    return cases.length
  },
}

/** Erases copies that were taken down, replaced, or never published within a day. */
export const eraseJob = (store: PhotoStore): Job => ({
  name: 'echo.erase',
  everyMs: MINUTE_MS,
  async run(world, tenant) {
    const actor = systemActor('echo.erase')
    const ids = await inTenant(world, tenant, actor, (tx) => picturesToErase(tx, tx.now - DAY_MS, BATCH))
    for (const id of ids) {
      await store.erase(tenant, id)
      await store.erase(tenant, thumbId(id))
    }
    if (ids.length > 0) await inTenant(world, tenant, actor, (tx) => markErased(tx, ids))
    return ids.length
  },
})

/** Numbers whose code never came go after a day, the others when nothing more can happen to the matter (PIPL 19). */
export const forgetJob: Job = {
  name: 'echo.forget',
  everyMs: HOUR_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, systemActor('echo.forget'), (tx) =>
      forgetMeToo(tx, tx.now - DAY_MS, tx.now - NUMBERS_KEPT_MS),
    ),
}
