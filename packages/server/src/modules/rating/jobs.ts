import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { orPutAside } from '../../kernel/put-aside.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { settingAt } from '../setting/index.ts'
import { mattersToRectify, openRectification } from './commands/open-rectification.ts'
import { findTopic } from './commands/propose-topic.ts'
import { noteLate, postponeEntries } from './negative-store.ts'
import { lastWholeMonth } from './queries/recurrence-cells.ts'
import { evidenceOf } from './queries/topic-evidence.ts'

const BATCH = 50
const AFTER_FAULT_MS = 10 * MINUTE_MS
const NO_INPUT = { params: undefined, query: undefined, body: undefined }

/** Finds what has become late enough: that is counted in hours. */
export const lateJob: Job = {
  name: 'rating.late',
  everyMs: MINUTE_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, systemActor('rating.negativeList'), async (tx) =>
      noteLate(tx, (await settingAt(tx, 'negativeTriggers', tx.now)).late),
    ),
}

/** Opens what the negative list asks for, one short transaction each. */
export const negativeListJob: Job = {
  name: 'rating.negativeList',
  everyMs: 5_000,
  waiting: 'rectifications_waiting',
  async run(world, tenant) {
    const actor = systemActor('rating.negativeList')
    const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, actor, work)
    const waiting = await inside((tx) => mattersToRectify(tx, BATCH))
    const call = { tenant, actor, id: null, input: NO_INPUT }
    for (const matterId of waiting)
      await orPutAside(world, () => runCommand(world, openRectification(matterId), call), {
        about: { matterId },
        sentence: 'a rectification could not be asked for',
        postpone: () => inside((tx) => postponeEntries(tx, matterId, tx.now + AFTER_FAULT_MS)),
      })
    return waiting.length
  },
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
      const evidence = await inTenant(world, tenant, actor, (tx) => evidenceOf(tx, month))
      for (const one of evidence.filter(({ found }) => found))
        await runCommand(world, findTopic(one), { tenant, actor, id: null, input: NO_INPUT })
      seen.set(tenant, month)
      return 0
    },
  }
}
