import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../run-program.ts'
import { buildWebIfStale } from '../web-build.ts'
import { checkFirstLoad } from './first-load.ts'
import { type Counts, oneCheck, type Stage } from './stage.ts'
import { provideSystemNeeds } from './system-needs.ts'
import { readVitestCounts } from './vitest-counts.ts'

async function runChecks(...commands: readonly (readonly [string, ...string[]])[]): Promise<boolean> {
  const endings = await Promise.all(
    commands.map(([program, ...args]) => runProgram(program, args, { capture: true })),
  )
  for (const { output } of endings) if (output.trim() !== '') console.log(output.trimEnd())
  return endings.every((ending) => ending.ok)
}

async function runVitest(config: string, filters: readonly string[], limitMinutes: number): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json']
  const ending = await runProgram('vitest', [...args, `--outputFile.json=${report}`, ...filters], {
    limitMinutes,
  })
  const counts = await readVitestCounts(report, ending.ok)
  await rm(folder, { recursive: true, force: true })
  return counts
}

async function buildAndWeigh(): Promise<boolean> {
  try {
    await buildWebIfStale(console.log)
    return await checkFirstLoad()
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** Everything that `npm test` runs, in order. */
export const stages: readonly Stage[] = [
  {
    name: 'system',
    heading: 'What the tests need from the system',
    run: async () => oneCheck(await provideSystemNeeds()),
  },
  {
    name: 'types',
    heading: 'Types',
    run: async () =>
      oneCheck(await runChecks(['tsc', '-p', '.'], ['tsc', '-p', 'packages/web'], ['tsc', '-p', 'e2e'])),
  },
  {
    name: 'lint',
    heading: 'Lint and format',
    run: async () => oneCheck(await runChecks(['biome', 'check', '--error-on-warnings', '.'])),
  },
  {
    name: 'dead',
    heading: 'Dead code and unused dependencies',
    run: async () => oneCheck(await runChecks(['knip', '--no-progress'])),
  },
  {
    name: 'unit',
    heading: 'Units, house rules and scenarios (PGlite and PostgreSQL)',
    run: (filters) => runVitest('vitest.config.ts', filters, 30),
  },
  {
    name: 'web',
    heading: 'Web build and first load',
    run: async () => oneCheck(await buildAndWeigh()),
  },
  {
    name: 'e2e',
    heading: 'Browser journeys and accessibility',
    after: 'web',
    run: (filters) => runVitest('vitest.e2e.config.ts', filters, 30),
  },
]
