/** A matter after one of its steps: which one it is joined with; null: it goes on by itself. `seq`: the step's place in the history of the tenant. */
export type JoinedStep = { readonly caseId: string; readonly seq: number; readonly into: string | null }

/** A matter was joined with another from one step on until a later one; once for each time. */
type Joining = {
  readonly caseId: string
  readonly into: string
  readonly from: number
  readonly until: number
}

/** Joining joined matters ends somewhere; should rows ever say otherwise, looking does. */
export const LONGEST_CHAIN = 20

/**
 * Matters that were ever joined with this one (`with`), or that this one was joined with (`into`), directly or through others: those
 * that were one matter at one time. Whoever was joined with a matter after it had gone on by itself has nothing to do with what it
 * was joined with before.
 */
export function togetherWith(
  steps: readonly JoinedStep[],
  caseId: string,
  which: 'with' | 'into',
): readonly string[] {
  const joinings = joiningsIn(steps)
  const found = new Set<string>()
  const look = (from: string, since: number, until: number, left: number): void => {
    for (const one of joinings) {
      const [near, far] = which === 'with' ? [one.into, one.caseId] : [one.caseId, one.into]
      const shared = [Math.max(since, one.from), Math.min(until, one.until)] as const
      if (near !== from || shared[0] >= shared[1] || left === 0) continue
      found.add(far)
      look(far, ...shared, left - 1)
    }
  }
  look(caseId, 0, Number.POSITIVE_INFINITY, LONGEST_CHAIN)
  return [...found]
}

function joiningsIn(steps: readonly JoinedStep[]): readonly Joining[] {
  return [...Map.groupBy(steps, ({ caseId }) => caseId).values()].flatMap((unsorted) => {
    const own = unsorted.toSorted((one, other) => one.seq - other.seq)
    const changes = own.filter(({ into }, index) => into !== (own[index - 1]?.into ?? null))
    return changes.flatMap(({ caseId, into, seq }, index) =>
      into === null
        ? []
        : [{ caseId, into, from: seq, until: changes[index + 1]?.seq ?? Number.POSITIVE_INFINITY }],
    )
  })
}
