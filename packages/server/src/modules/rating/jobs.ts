import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import { faultOf } from '../../kernel/fault.ts'
import type { Job } from '../../kernel/module.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { settingAt } from '../setting/index.ts'
import { mattersToRectify, openRectification } from './commands/open-rectification.ts'
import { noteLate, postponeEntries } from './negative-store.ts'

const BATCH = 50
const AFTER_FAULT_MS = 10 * MINUTE_MS
const NO_INPUT = { params: undefined, query: undefined, body: undefined }

/** Finds what has become late enough, and opens what the negative list asks for, one short transaction each. */
export const negativeListJob: Job = {
  name: 'rating.negativeList',
  everyMs: 5_000,
  async run(world, tenant) {
    const actor = systemActor('rating.negativeList')
    const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, actor, work)
    await inside(async (tx) => noteLate(tx, (await settingAt(tx, 'negativeTriggers', tx.now)).late))
    const waiting = await inside((tx) => mattersToRectify(tx, BATCH))
    for (const matterId of waiting) {
      try {
        await runCommand(world, openRectification(matterId), { tenant, actor, id: null, input: NO_INPUT })
      } catch (error) {
        world.log.error({ matterId, ...faultOf(error) }, 'a rectification could not be asked for')
        await inside((tx) => postponeEntries(tx, matterId, tx.now + AFTER_FAULT_MS))
      }
    }
    return waiting.length
  },
}
