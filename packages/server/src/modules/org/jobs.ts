import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { runDue } from '../../kernel/run-due.ts'
import { tellChange } from './commands/tell-change.ts'
import { dueChanges, postponeChange } from './plan-store.ts'

const BATCH = 50
const ACTOR = systemActor('org.postChanges')

/** Tells what was decided of posts beforehand when its moment comes, one short transaction each and in their order. */
export const postChangeJob: Job = {
  name: 'org.postChanges',
  everyMs: 1_000,
  waiting: 'post_changes_waiting',
  run: (world, tenant) =>
    runDue(world, tenant, ACTOR, {
      find: (tx) => dueChanges(tx, BATCH),
      run: (change, call) => runCommand(world, tellChange(change), call),
      about: ({ id }) => ({ changeId: id }),
      sentence: 'a change of a post could not be told',
      postpone: (tx, { id }, until) => postponeChange(tx, id, until),
    }),
}
