import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { projectRoot } from '../project-root.ts'
import type { Counts } from './stage.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly FileReport[]
}
interface FileReport {
  /** The file's path. */
  readonly name: string
  readonly status: string
  /** Why the file could not be loaded. */
  readonly message?: string
  readonly assertionResults: readonly {
    readonly status: string
    readonly fullName: string
    readonly failureMessages?: readonly string[] | null
  }[]
}

const firstLine = (text: string | undefined) => text?.trim().split('\n')[0] ?? ''

/** A line for each failed test of a file, or one for a file that failed without any. */
function failuresOf({ name, status, message, assertionResults }: FileReport): readonly string[] {
  const path = relative(projectRoot, name)
  const tests = assertionResults.filter((assertion) => assertion.status === 'failed')
  if (tests.length === 0) return status === 'failed' ? [`${path}: ${firstLine(message)}`] : []
  return tests.map((test) => `${path} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`)
}

/**
 * Counts from vitest's JSON report. A file that could not even be loaded has no failed test in it, and an error
 * outside of every test has none either: each of these still counts as one failure, so that the totals can never
 * say "0 failed" about a red run.
 */
export function countsOfReport(report: VitestReport, exitedCleanly: boolean): Counts {
  const inFiles = report.testResults.flatMap(failuresOf)
  const outside =
    inFiles.length === 0 && !exitedCleanly ? ['an error outside of every test, printed above'] : []
  const failures = [...inFiles, ...outside]
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}

/** Reads the report that vitest wrote; none at all is one failure. */
export async function readVitestCounts(reportFile: string, exitedCleanly: boolean): Promise<Counts> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report: VitestReport = JSON.parse(text)
  return countsOfReport(report, exitedCleanly)
}
