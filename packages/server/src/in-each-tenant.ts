import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from './kernel/actor.ts'
import type { Keys, World } from './kernel/ports.ts'
import { inTenant, type Tx } from './kernel/tx.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { claimDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { inTransaction } from './platform/database/transaction.ts'
import type { Logger } from './platform/log.ts'
import { tenantDirectory } from './platform/tenants.ts'

/** A command opens nothing that is encrypted. */
const noKeys = (): never => {
  throw new Error('a command without keys opens nothing that is encrypted')
}
export const KEYLESS: Keys = { columns: { seal: noKeys, open: noKeys, readable: noKeys }, blindIndex: noKeys }

/**
 * Does an operator's work in each tenant of an installation, one transaction each.
 * @throws Error with a sentence where there is no database yet, and DataFolderInUse while a server runs on the embedded one
 */
export async function inEachTenant<T>(
  config: Config,
  log: Logger,
  name: string,
  work: (tx: Tx, code: string) => Promise<T>,
): Promise<readonly { readonly tenant: string; readonly result: T }[]> {
  if (config.DATABASE_URL === undefined && !existsSync(join(config.DATA_DIR, 'pglite'))) {
    throw new Error(`There is no database in ${config.DATA_DIR} yet, so there is nothing to do.`)
  }
  const claim = config.DATABASE_URL === undefined ? claimDataFolder(config.DATA_DIR) : undefined
  const database = await openDatabase(config, log)
  const world: World = {
    clock: systemClock,
    wall: systemClock,
    log,
    database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
    // An object of its own each time: what is kept by the keys of a tenant is not kept here.
    keysOf: async () => ({ ...KEYLESS }),
  }
  try {
    const results: { tenant: string; result: T }[] = []
    for (const { id, code } of await tenantDirectory(database, systemClock.now)()) {
      const result = await inTenant(world, id, systemActor(name), (tx) => work(tx, code))
      results.push({ tenant: code, result })
    }
    return results
  } finally {
    await database.close()
    claim?.release()
  }
}
