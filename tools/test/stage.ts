/** What one runner reports: how many checks passed, failed, were skipped. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, a line each; the end of a run says it again, because a log is often kept only from its end. */
  readonly failures?: readonly string[]
}

export interface Stage {
  readonly name: string
  readonly heading: string
  /** A stage that cannot mean anything when another one failed; it then counts as failed itself, never as skipped. */
  readonly after?: string
  /** `filters` are file name parts given on the command line; only the stages that run test files use them. */
  readonly run: (filters: readonly string[]) => Promise<Counts>
}

export const oneCheck = (ok: boolean): Counts =>
  ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...(a.failures ?? []), ...(b.failures ?? [])],
})

/** The last line of the whole run. */
export const summary = (counts: Counts): string =>
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
