import { sql } from 'kysely'
import type { Tx } from '../../kernel/tx.ts'
import { rootOf, sameBytes } from './merkle.ts'
import { readColumns, sealedUntil, sealsAfter, unsealedRows } from './read-rows.ts'
import {
  FIRST_PREVIOUS,
  hashOfSeal,
  leafOfRow,
  lineOfSeal,
  type ReadRow,
  type Seal,
  sealOfLine,
} from './seal.ts'

export type LedgerFault =
  /** A row does not say any more what it said when it was sealed. */
  | 'rowChanged'
  | 'rowGone'
  /** A row that is older than the last sealed one, yet was never sealed: somebody put it in afterwards. */
  | 'rowAdded'
  /** The seal does not fit its rows, or the seal before it. */
  | 'sealChanged'
  | 'sealGone'
  /** The seal is not the one that was written outside the database. */
  | 'exportDiffers'
  /** Later seals were written outside the database, but not this one. */
  | 'exportMissing'

/** `seal` and `row` name the first that is broken; null where the fault concerns none. */
export type LedgerVerdict =
  | {
      readonly sound: true
      readonly seals: number
      readonly rows: number
      readonly exported: number
      readonly waiting: number
    }
  | {
      readonly sound: false
      readonly fault: LedgerFault
      readonly seal: number | null
      readonly row: string | null
    }

type Broken = Extract<LedgerVerdict, { sound: false }>
const broken = (fault: LedgerFault, seal: number | null, row: string | null = null): Broken => ({
  sound: false,
  fault,
  seal,
  row,
})

const SEALS_AT_ONCE = 200
const MOST_WAITING = 10_000

/**
 * Recomputes every seal of a tenant from its rows and compares it with what was exported.
 * @param lines what stands outside the database; read before the transaction, so that no line is newer than its seal
 * @param progress is told after each seal
 */
export async function verifyLedger(
  tx: Tx,
  lines: readonly string[],
  progress: (seal: number) => void = () => {},
): Promise<LedgerVerdict> {
  const exported = exportedSeals(tx.tenant, lines)
  if ('sound' in exported) return exported
  const lastExported = Math.max(0, ...exported.keys())
  let previous: Uint8Array = FIRST_PREVIOUS
  let number = 0
  let rows = 0
  for (
    let seals = await sealsAfter(tx, 0, SEALS_AT_ONCE);
    seals.length > 0;
    seals = await sealsAfter(tx, number, SEALS_AT_ONCE)
  ) {
    for (const seal of seals) {
      number += 1
      if (seal.number !== number) return broken('sealGone', number)
      const line = exported.get(number)
      if (line && line !== lineOfSeal(seal)) return broken('exportDiffers', number)
      if (!line && number < lastExported) return broken('exportMissing', number)
      // The hash of the seal before is what the chain holds: when the two disagree without an export, either was changed.
      if (!sameBytes(seal.previous, previous)) return broken('sealChanged', number)
      const fault = await faultInRows(tx, seal)
      if (fault) return fault
      previous = hashOfSeal(seal)
      rows += seal.rowCount
      progress(number)
    }
  }
  if (number < lastExported) return broken('sealGone', number + 1)
  const until = await sealedUntil(tx)
  const [late] = await unsealedRows(tx, { from: 0, until }, 1)
  if (late) return broken('rowAdded', null, late.id)
  const waiting = await unsealedRows(tx, { from: until, until: null }, MOST_WAITING)
  return { sound: true, seals: number, rows, exported: exported.size, waiting: waiting.length }
}

/** Lines by the number of their seal. A line may stand twice after a crash, but never with two meanings. */
function exportedSeals(tenant: number, lines: readonly string[]): ReadonlyMap<number, string> | Broken {
  const found = new Map<number, string>()
  for (const seal of lines.map(sealOfLine)) {
    if (seal?.tenant !== tenant) continue
    const line = lineOfSeal(seal)
    if ((found.get(seal.number) ?? line) !== line) return broken('exportDiffers', seal.number)
    found.set(seal.number, line)
  }
  return found
}

/** `id` is null when the row of the read ledger is gone. */
type Covered = Omit<ReadRow, 'id'> & {
  readonly id: string | null
  readonly readId: string
  readonly position: number
  readonly leaf: Uint8Array
}

async function faultInRows(tx: Tx, seal: Seal): Promise<Broken | undefined> {
  const { rows } = await sql<Covered>`
    select s.read_id as "readId", s.position, s.leaf, ${readColumns}
    from ledger_sealed_row s left join read_ledger r on r.tenant = s.tenant and r.id = s.read_id
    where s.tenant = ${tx.tenant} and s.seal = ${seal.number} order by s.position, r.at`.execute(tx.db)
  for (const row of rows) {
    const { id } = row
    if (id === null) return broken('rowGone', seal.number, row.readId)
    if (!sameBytes(row.leaf, leafOfRow(tx.tenant, { ...row, id })))
      return broken('rowChanged', seal.number, row.readId)
  }
  const whole = rows.length === seal.rowCount && rows.every((row, index) => row.position === index)
  if (!whole || !sameBytes(rootOf(rows.map((row) => row.leaf)), seal.root))
    return broken('sealChanged', seal.number)
  return undefined
}
