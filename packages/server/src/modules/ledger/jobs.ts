import { MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import type { World } from '../../kernel/ports.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { rootOf } from './merkle.ts'
import { lastSeal, lastSealedRow, sealedUntil, sealsAfter, unsealedRows } from './read-rows.ts'
import { FIRST_PREVIOUS, hashOfSeal, leafOfRow, lineOfSeal, type Seal } from './seal.ts'
import { addSeal, exportedUntil, markExported } from './store.ts'

/** Writes a seal's line where the owner of the database cannot change it. May be asked twice for the same seal. */
export type ExportSeal = (tenant: number, line: string) => Promise<void>

/** Within ten seconds of an answer its row is sealed (architecture §3), however long a turn over all tenants takes. */
const EVERY_MS = 5_000
const MOST_ROWS = 1_000
const MOST_EXPORTS = 100

/** What is looked at: rows since the last sealed one, or also those that were stamped before it and committed after it. */
export type SealSpan = 'new' | 'all'

/**
 * Seals rows of the read ledger; each seal is exported once its transaction has committed. New rows are looked for in the
 * tenants that have some; once a minute every tenant is looked at for those that came late.
 */
export const sealJobs = (exportSeal: ExportSeal): readonly [Job, Job] => {
  const seal = async (world: World, tenant: number, span: SealSpan): Promise<number> => {
    const inside = <T>(work: (tx: Tx) => Promise<T>) =>
      inTenant(world, tenant, systemActor('ledger.seal'), work)
    // What a killed process sealed but did not export comes first; a line that was written but not marked comes again.
    const { sealed, waiting } = await inside(async (tx) => ({
      sealed: await sealRows(tx, span),
      waiting: await sealsAfter(tx, await exportedUntil(tx), MOST_EXPORTS),
    }))
    for (const one of waiting) {
      await exportSeal(tenant, lineOfSeal(one))
      await inside((tx) => markExported(tx, one.number))
    }
    return sealed + waiting.length
  }
  return [
    {
      name: 'ledger.seal',
      everyMs: EVERY_MS,
      batch: MOST_ROWS,
      waiting: 'reads_waiting',
      run: (world, tenant) => seal(world, tenant, 'new'),
    },
    { name: 'ledger.sealLate', everyMs: MINUTE_MS, run: (world, tenant) => seal(world, tenant, 'all') },
  ]
}

/** Makes the next seal of a tenant; returns how many rows it covers. */
export async function sealRows(tx: Tx, span: SealSpan = 'all'): Promise<number> {
  const last = await lastSeal(tx)
  const rows = await unsealedRows(
    tx,
    { from: await (span === 'new' ? lastSealedRow(tx) : sealedUntil(tx)), until: null },
    MOST_ROWS,
  )
  if (rows.length === 0) return 0
  const leaves = rows.map((row) => ({ id: row.id, leaf: leafOfRow(tx.tenant, row) }))
  const seal: Seal = {
    tenant: tx.tenant,
    number: (last?.number ?? 0) + 1,
    sealedAt: tx.now,
    rowCount: rows.length,
    root: rootOf(leaves.map(({ leaf }) => leaf)),
    previous: last ? hashOfSeal(last) : FIRST_PREVIOUS,
  }
  return (await addSeal(tx, seal, leaves)) ? rows.length : 0
}
