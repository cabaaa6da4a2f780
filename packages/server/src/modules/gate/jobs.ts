import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant } from '../../kernel/tx.ts'
import { runOut, runOutRequests, timeOver } from './commands/run-out.ts'

const BATCH = 50

/** Closes the time to answer, tells of what was not decided in time, and ends demands whose last day is over. */
export const clockJob: Job = {
  name: 'gate.clocks',
  everyMs: 1_000,
  waiting: 'gate_requests_waiting',
  async run(world, tenant) {
    const actor = systemActor('gate.clocks')
    const ids = await inTenant(world, tenant, actor, (tx) => runOutRequests(tx, BATCH))
    for (const id of ids) await runCommand(world, runOut, { tenant, actor, id: null, input: timeOver(id) })
    return ids.length
  },
}
