import { readFile } from 'node:fs/promises'
import type { Counts } from './stage.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * Counts from vitest's JSON report. A file that could not even be loaded has no failed test in it, and an error
 * outside of every test has none either: each of these still counts as one failure, so that the totals can never
 * say "0 failed" about a red run.
 */
export function countsOfReport(report: VitestReport, exitedCleanly: boolean): Counts {
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !exitedCleanly ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Reads the report that vitest wrote; none at all is one failure. */
export async function readVitestCounts(reportFile: string, exitedCleanly: boolean): Promise<Counts> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report: VitestReport = JSON.parse(text)
  return countsOfReport(report, exitedCleanly)
}
