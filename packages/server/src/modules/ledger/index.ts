import type { Module } from '../../kernel/module.ts'
import { type ExportSeal, sealJobs } from './jobs.ts'
import { listLedger } from './queries/list-ledger.ts'
import { readsOfMine } from './queries/reads-of-mine.ts'

export type { ExportSeal } from './jobs.ts'
export { type LedgerFault, type LedgerVerdict, verifyLedger } from './verify-ledger.ts'

/** Seals the read ledger and shows it: to auditors whole, to people what concerns them. */
export const ledger = ({ exportSeal }: { readonly exportSeal: ExportSeal }): Module => ({
  name: 'ledger',
  queries: [listLedger, readsOfMine],
  jobs: sealJobs(exportSeal),
})
