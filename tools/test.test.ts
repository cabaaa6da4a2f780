import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from './project-root.ts'

const runTests = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'tools/test.ts'), ...args], { encoding: 'utf8' })

it('the test command says what it can do', () => {
  const { status, stdout } = runTests('--help')
  expect(status).toBe(0)
  expect(stdout).toMatch(/npm test -- --only=types,unit[\s\S]*Browser journeys/)
})

it('a stage that does not exist is refused in one sentence', () => {
  const { status, stdout, stderr } = runTests('--only=typos')
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^There is no stage "typos"; there are system, types, .*\.\n$/)
})

it('an option that does not exist is refused in one sentence', () => {
  const { status, stderr } = runTests('--onli=types')
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

it('the last line counts, and the exit code agrees with it', () => {
  const { status, stdout } = runTests('--only=system')
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 0 failed, 0 skipped')
  expect(status).toBe(0)
})
