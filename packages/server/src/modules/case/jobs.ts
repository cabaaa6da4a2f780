import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { expireClock } from './commands/expire-clock.ts'

const EVERY_MS = 1_000
const BATCH = 50

/** Fires clocks that have run out, one short transaction each, so that a burst never blocks reports. */
export const clockJob: Job = {
  name: 'case.clocks',
  everyMs: EVERY_MS,
  async run(world, tenant) {
    let fired = 0
    while (fired < BATCH) {
      const answer = await runCommand(world, expireClock, {
        tenant,
        actor: systemActor('case.clocks'),
        id: null,
        input: { params: undefined, query: undefined, body: undefined },
      })
      if (!(answer as { fired: boolean }).fired) break
      fired += 1
    }
    return fired
  },
}
