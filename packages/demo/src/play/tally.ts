/** What has happened in a play, counted. */
export class Tally {
  readonly #reported = new Set<string>()
  readonly #closed = new Set<string>()
  readonly moves = new Map<string, number>()
  readonly refusals = new Map<string, number>()
  readonly faults = new Map<string, { count: number; detail: string }>()
  /** Overdue in the district, as the server counts. */
  overdue = 0

  get figures(): { reported: number; open: number; closed: number; refused: number; faults: number } {
    return {
      reported: this.#reported.size,
      open: this.#reported.size - this.#closed.size,
      closed: this.#closed.size,
      refused: sum([...this.refusals.values()]),
      faults: sum([...this.faults.values()].map(({ count }) => count)),
    }
  }

  reported(caseId: string): void {
    this.#reported.add(caseId)
  }

  closed(caseId: string): void {
    this.#closed.add(caseId)
  }

  moved(move: string): void {
    add(this.moves, move)
  }

  /** Somebody else was faster: expected among people. */
  refused(code: string): void {
    add(this.refusals, code)
  }

  /** Something that should not have been refused. */
  unexpected(code: string, detail: string): void {
    this.faults.set(code, { count: (this.faults.get(code)?.count ?? 0) + 1, detail })
  }
}

const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
