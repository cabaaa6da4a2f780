import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { runDue } from '../../kernel/run-due.ts'
import { overdueAdvice, tellOverdue } from './commands/tell-overdue.ts'
import { postponeAdvice } from './store.ts'

const BATCH = 50
const ACTOR = systemActor('whistle.advice')

/** Tells of advice that was not answered in time. Its limit is counted in days: a minute more or less tells nobody anything. */
export const adviceJob: Job = {
  name: 'whistle.advice',
  everyMs: MINUTE_MS,
  waiting: 'advice_waiting',
  run: (world, tenant) =>
    runDue(world, tenant, ACTOR, {
      find: (tx) => overdueAdvice(tx, BATCH),
      run: (id, call) => runCommand(world, tellOverdue(id), call),
      about: (adviceId) => ({ adviceId }),
      sentence: 'an overdue advice could not be told of',
      postpone: postponeAdvice,
    }),
}
