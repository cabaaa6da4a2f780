import { inEachTenant } from './in-each-tenant.ts'
import { rebuildFigures } from './modules/figures/index.ts'
import { rebuildBurden } from './modules/gate/index.ts'
import { rebuildRating } from './modules/rating/index.ts'
import type { Config } from './platform/config.ts'
import type { Logger } from './platform/log.ts'

/** Counts the figures, books the burdens and notes the rounds of every tenant of an installation anew. `result` is how many events were read. */
export const rebuildInstallation = (
  config: Config,
  log: Logger,
  progress: (tenant: string, read: number, of: number) => void,
) =>
  inEachTenant(config, log, 'figures.rebuild', async (tx, code) => {
    await rebuildBurden(tx)
    await rebuildRating(tx)
    return rebuildFigures(tx, (read, of) => progress(code, read, of))
  })
