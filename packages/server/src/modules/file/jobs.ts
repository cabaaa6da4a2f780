import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import { inTenant } from '../../kernel/tx.ts'
import { type PhotoStore, thumbId } from './intake.ts'
import { retireUnclaimed } from './store.ts'

const UNCLAIMED_MS = 24 * 3_600_000
const EVERY_MS = 10 * 60_000
const BATCH = 100

/** Erases photos that no matter claimed within a day: uploaded, then thought better of. */
export const sweepJob = (store: PhotoStore): Job => ({
  name: 'file.sweep',
  everyMs: EVERY_MS,
  async run(world, tenant) {
    const ids = await inTenant(world, tenant, systemActor('file.sweep'), (tx) =>
      retireUnclaimed(tx, tx.now - UNCLAIMED_MS, BATCH),
    )
    for (const id of ids) {
      await store.erase(tenant, id)
      await store.erase(tenant, thumbId(id))
    }
    return ids.length
  },
})
