import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { orPutAside } from '../../kernel/put-aside.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant } from '../../kernel/tx.ts'
import { tellChange } from './commands/tell-change.ts'
import { dueChanges, postponeChange } from './plan-store.ts'

const BATCH = 50
const AFTER_FAULT_MS = 10 * MINUTE_MS
const ACTOR = systemActor('org.postChanges')
const NO_INPUT = { params: undefined, query: undefined, body: undefined }

/** Tells what was decided of posts beforehand when its moment comes, one short transaction each and in their order. */
export const postChangeJob: Job = {
  name: 'org.postChanges',
  everyMs: 1_000,
  waiting: 'post_changes_waiting',
  async run(world, tenant) {
    const due = await inTenant(world, tenant, ACTOR, (tx) => dueChanges(tx, BATCH))
    const call = { tenant, actor: ACTOR, id: null, input: NO_INPUT }
    for (const change of due)
      await orPutAside(world, () => runCommand(world, tellChange(change), call), {
        about: { changeId: change.id },
        sentence: 'a change of a post could not be told',
        postpone: () =>
          inTenant(world, tenant, ACTOR, (tx) => postponeChange(tx, change.id, tx.now + AFTER_FAULT_MS)),
      })
    return due.length
  },
}
