import { inEachTenant } from './in-each-tenant.ts'
import { type LedgerVerdict, verifyLedger } from './modules/ledger/index.ts'
import type { Config } from './platform/config.ts'
import type { Logger } from './platform/log.ts'
import { readSealExport } from './platform/seal-export.ts'

export type TenantVerdict = { readonly tenant: string; readonly verdict: LedgerVerdict }

/** Checks the read ledger of every tenant of an installation against its seals and their export. */
export async function verifyInstallation(
  config: Config,
  log: Logger,
  progress: (tenant: string, seal: number) => void,
): Promise<readonly TenantVerdict[]> {
  const verdicts = await inEachTenant(config, log, 'ledger.verify', async (tx, code) => {
    const lines = await readSealExport(config.SEAL_DIR, tx.tenant)
    return verifyLedger(tx, lines, (seal) => progress(code, seal))
  })
  return verdicts.map(({ tenant, result }) => ({ tenant, verdict: result }))
}
