import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../project-root.ts'
import { addCounts, oneCheck, summary } from './stage.ts'
import { countsOfReport, readVitestCounts } from './vitest-counts.ts'

const report = (numbers: object, testResults: readonly object[] = []) =>
  ({
    numPassedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...numbers,
  }) as const
const file = (status: string, ...assertions: readonly string[]) => ({
  name: join(projectRoot, 'some/lamp.test.ts'),
  status,
  message: 'SyntaxError: no bulb\n  at line 1',
  assertionResults: assertions.map((it) => ({
    status: it,
    fullName: 'it shines',
    failureMessages: it === 'failed' ? ['AssertionError: dark\n  at line 2'] : [],
  })),
})
const counts = (...args: Parameters<typeof report>) => countsOfReport(report(...args) as never, true)

it('a report is counted, with what was skipped or left to do', () => {
  const numbers = { numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }
  expect(counts(numbers, [file('failed', 'passed', 'failed')])).toEqual({
    passed: 3,
    failed: 1,
    skipped: 2,
    failures: ['some/lamp.test.ts › it shines: AssertionError: dark'],
  })
})

it('a file that cannot be loaded is a failure of its own', () => {
  const { failed, failures } = counts({ numPassedTests: 3 }, [file('failed'), file('passed', 'passed')])
  expect(failed).toBe(1)
  expect(failures).toEqual(['some/lamp.test.ts: SyntaxError: no bulb'])
  expect(counts({ numPassedTests: 3 }, [file('failed', 'passed', 'passed')]).failed).toBe(1)
})

it('a run that ended badly cannot say that nothing failed', async () => {
  expect(countsOfReport(report({ numPassedTests: 3 }) as never, false).failed).toBe(1)
  expect(await readVitestCounts('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

it('the last line adds up all runners', () => {
  const tests = { passed: 40, failed: 1, skipped: 2, failures: ['lamp.test.ts › it shines: dark'] }
  const sum = addCounts(addCounts(oneCheck(true), oneCheck(false)), tests)
  expect(summary(sum)).toBe('41 passed, 2 failed, 2 skipped')
  expect(sum.failures).toEqual(tests.failures)
})
