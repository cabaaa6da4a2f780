import { expect, it } from 'vitest'
import { addCounts, oneCheck, summary } from './stage.ts'
import { countsOfReport, readVitestCounts } from './vitest-counts.ts'

const report = (numbers: object, testResults: readonly object[] = []) =>
  ({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...numbers,
  }) as const
const file = (status: string, ...assertions: readonly string[]) => ({
  status,
  assertionResults: assertions.map((it) => ({ status: it })),
})
const counts = (...args: Parameters<typeof report>) => countsOfReport(report(...args) as never, true)

it('a report is counted, with what was skipped or left to do', () => {
  const numbers = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
  expect(counts(numbers, [file('failed', 'passed', 'failed')])).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

it('a file that cannot be loaded is a failure of its own', () => {
  expect(counts({ numPassedTests: 3 }, [file('failed'), file('passed', 'passed')]).failed).toBe(1)
  expect(counts({ numPassedTests: 3 }, [file('failed', 'passed', 'passed')]).failed).toBe(1)
})

it('a run that ended badly cannot say that nothing failed', async () => {
  expect(countsOfReport(report({ numPassedTests: 3 }) as never, false).failed).toBe(1)
  expect(await readVitestCounts('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

it('the last line adds up all runners', () => {
  const sum = addCounts(addCounts(oneCheck(true), oneCheck(false)), { passed: 40, failed: 0, skipped: 2 })
  expect(summary(sum)).toBe('41 passed, 1 failed, 2 skipped')
})
