import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import { faultOf } from '../../kernel/fault.ts'
import type { Job } from '../../kernel/module.ts'
import type { World } from '../../kernel/ports.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant } from '../../kernel/tx.ts'
import { dueClocks, expireClock } from './commands/expire-clock.ts'
import { postponeClock } from './store.ts'

const EVERY_MS = 1_000
const BATCH = 50
const AFTER_FAULT_MS = 10 * MINUTE_MS
const ACTOR = systemActor('case.clocks')

/** Fires clocks that have run out, one short transaction each, so that a burst never blocks reports. */
export const clockJob: Job = {
  name: 'case.clocks',
  everyMs: EVERY_MS,
  async run(world, tenant) {
    let fired = 0
    for (const clockId of await inTenant(world, tenant, ACTOR, (tx) => dueClocks(tx, BATCH)))
      if (await fire(world, tenant, clockId)) fired += 1
    return fired
  },
}

/** One clock that cannot be fired is put aside for a while: it must not hold up those behind it. */
async function fire(world: World, tenant: number, clockId: string): Promise<boolean> {
  const input = { params: undefined, query: undefined, body: undefined }
  try {
    const answer = await runCommand(world, expireClock(clockId), { tenant, actor: ACTOR, id: null, input })
    return (answer as { fired: boolean }).fired
  } catch (error) {
    world.log.error({ clockId, ...faultOf(error) }, 'a clock could not be fired and is put aside')
    await inTenant(world, tenant, ACTOR, (tx) => postponeClock(tx, clockId, tx.now + AFTER_FAULT_MS))
    return false
  }
}
