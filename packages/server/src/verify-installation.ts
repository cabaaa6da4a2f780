import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from './kernel/actor.ts'
import type { Keys, World } from './kernel/ports.ts'
import { inTenant } from './kernel/tx.ts'
import { type LedgerVerdict, verifyLedger } from './modules/ledger/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { claimDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { inTransaction } from './platform/database/transaction.ts'
import type { Logger } from './platform/log.ts'
import { readSealExport } from './platform/seal-export.ts'
import { tenantDirectory } from './platform/tenants.ts'

export type TenantVerdict = { readonly tenant: string; readonly verdict: LedgerVerdict }

/** Checking needs no key: what is sealed by hashes is open to whoever may read it. */
const noKeys = (): never => {
  throw new Error('checking the ledger opens nothing that is encrypted')
}
const KEYLESS: Keys = { columns: { seal: noKeys, open: noKeys }, blindIndex: noKeys }

/**
 * Checks the read ledger of every tenant of an installation against its seals and their export.
 * @throws Error with a sentence where there is no database yet, and DataFolderInUse while a server runs on the embedded one
 */
export async function verifyInstallation(
  config: Config,
  log: Logger,
  progress: (tenant: string, seal: number) => void,
): Promise<readonly TenantVerdict[]> {
  if (config.DATABASE_URL === undefined && !existsSync(join(config.DATA_DIR, 'pglite'))) {
    throw new Error(`There is no database in ${config.DATA_DIR} yet, so there is nothing to check.`)
  }
  const claim = config.DATABASE_URL === undefined ? claimDataFolder(config.DATA_DIR) : undefined
  const database = await openDatabase(config, log)
  const world: World = {
    clock: systemClock,
    log,
    database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
    keysOf: async () => KEYLESS,
  }
  try {
    const verdicts: TenantVerdict[] = []
    for (const { id, code } of await tenantDirectory(database, systemClock.now)()) {
      const lines = await readSealExport(config.SEAL_DIR, id)
      const verdict = await inTenant(world, id, systemActor('ledger.verify'), (tx) =>
        verifyLedger(tx, lines, (seal) => progress(code, seal)),
      )
      verdicts.push({ tenant: code, verdict })
    }
    return verdicts
  } finally {
    await database.close()
    claim?.release()
  }
}
