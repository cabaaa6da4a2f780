import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant } from '../../kernel/tx.ts'
import { overdueAdvice, tellOverdue } from './commands/tell-overdue.ts'

const BATCH = 50

/** Tells of advice that was not answered in time. Its limit is counted in days: a minute more or less tells nobody anything. */
export const adviceJob: Job = {
  name: 'whistle.advice',
  everyMs: MINUTE_MS,
  async run(world, tenant) {
    const actor = systemActor('whistle.advice')
    const ids = await inTenant(world, tenant, actor, (tx) => overdueAdvice(tx, BATCH))
    for (const id of ids)
      await runCommand(world, tellOverdue, {
        ...{ tenant, actor, id: null },
        input: { params: { id }, query: undefined, body: { words: '' } },
      })
    return ids.length
  },
}
