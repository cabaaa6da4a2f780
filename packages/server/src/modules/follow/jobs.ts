import { DAY_MS, HOUR_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { inTenant } from '../../kernel/tx.ts'
import { forgetBefore } from './store.ts'

/** Forgets tries and one-time codes a day after they stopped to matter. */
export const forgetJob: Job = {
  name: 'follow.forget',
  everyMs: HOUR_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, systemActor('follow.forget'), (tx) => forgetBefore(tx, tx.wallNow - DAY_MS)),
}
