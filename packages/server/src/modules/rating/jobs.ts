import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { recounting } from '../../kernel/recount.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { ownCall, runDue } from '../../kernel/run-due.ts'
import { inTenant } from '../../kernel/tx.ts'
import { settingSpans } from '../setting/index.ts'
import { mattersToRectify, openRectification } from './commands/open-rectification.ts'
import { findTopic } from './commands/propose-topic.ts'
import { noteLate, postponeEntries } from './negative-store.ts'
import { lastWholeMonth } from './queries/recurrence-cells.ts'
import { evidenceOf } from './queries/topic-evidence.ts'
import { ratedRounds } from './subscribers.ts'

const BATCH = 50

/** Finds what has become late enough: that is counted in hours. Of what is being counted anew nobody knows yet who is late. */
export const lateJob: Job = {
  name: 'rating.late',
  everyMs: MINUTE_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, systemActor('rating.negativeList'), async (tx) =>
      (await recounting(tx, ratedRounds)) ? 0 : noteLate(tx, await settingSpans(tx, 'negativeTriggers')),
    ),
}

/** Opens what the negative list asks for, one short transaction each. */
export const negativeListJob: Job = {
  name: 'rating.negativeList',
  everyMs: 5_000,
  waiting: 'rectifications_waiting',
  run: (world, tenant) =>
    runDue(world, tenant, systemActor('rating.negativeList'), {
      find: (tx) => mattersToRectify(tx, BATCH),
      run: (matterId, call) => runCommand(world, openRectification(matterId), call),
      about: (matterId) => ({ matterId }),
      sentence: 'a rectification could not be asked for',
      postpone: postponeEntries,
    }),
}

/** Proposes what a month that is over shows, once for each month: a topic for each place and item that was found. */
export function topicJob(): Job {
  const seen = new Map<number, string>()
  return {
    name: 'rating.topics',
    everyMs: MINUTE_MS,
    async run(world, tenant) {
      const actor = systemActor('rating.topics')
      const month = lastWholeMonth(world.clock.now())
      if (seen.get(tenant) === month) return 0
      const proposed = await inTenant(world, tenant, actor, async (tx) =>
        (await recounting(tx, ratedRounds))
          ? null
          : evidenceOf(tx, month, (all) => all.filter((one) => one.proposed)),
      )
      if (proposed === null) return 0
      for (const one of proposed.evidence) await runCommand(world, findTopic(one), ownCall(tenant, actor))
      seen.set(tenant, month)
      return 0
    },
  }
}
