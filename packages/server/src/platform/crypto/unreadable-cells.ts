export type UnreadableLog = { error(fields: object, text: string): void }

type Cell = { readonly table: string; readonly column: string; readonly row: string }

/** Past this many cells it is not a damaged cell but a wrong key or disk: the log has said so often enough. */
const MOST_KNOWN = 1_000

export interface UnreadableCells {
  /** Says once for each cell where the operator has to look. Never what was in it. */
  tell(tenant: number, place: Cell, code: string): void
  /** Cells that this process could not open, each counted once. */
  count(): number
}

export function unreadableCells(log: UnreadableLog | undefined): UnreadableCells {
  const known = new Set<string>()
  return {
    tell(tenant, place, code) {
      const cell = `${tenant}/${place.table}/${place.column}/${place.row}`
      if (known.has(cell) || known.size >= MOST_KNOWN) return
      known.add(cell)
      log?.error({ tenant, ...place, fault: code }, 'a sealed text cannot be opened')
    },
    count: () => known.size,
  }
}
