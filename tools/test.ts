import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'
import { stopChildrenWithUs } from './run-program.ts'
import { addCounts, type Counts, type Stage, summary } from './test/stage.ts'
import { stages } from './test/stages.ts'

const names = stages.map((stage) => stage.name)
const help = `
npm test                        everything
npm test -- --only=types,unit   some stages: ${names.join(', ')}
npm test -- --only=unit kernel  test files whose path contains "kernel"

Stages
${stages.map((stage) => `  ${stage.name.padEnd(8)}${stage.heading}`).join('\n')}

All chosen stages run even when one fails. The last line counts over all of them.
With CI=true a skipped test is a failure.
`

function chosenStages(only: string | undefined): readonly Stage[] {
  if (only === undefined) return stages
  const wanted = only.split(',')
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}"; there are ${names.join(', ')}.`)
  return stages.filter((stage) => wanted.includes(stage.name))
}

async function runStage(stage: Stage, failed: ReadonlySet<string>, filters: readonly string[]) {
  console.log(`\n── ${stage.heading} ──`)
  const started = performance.now()
  if (stage.after !== undefined && failed.has(stage.after)) {
    console.log(`Not possible because "${stage.after}" failed.`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const counts = await stage.run(filters)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${counts.failed === 0 ? '✓' : '✗'} ${stage.heading}: ${summary(counts)} (${seconds} s)`)
  return counts
}

await failPlainly(async () => {
  const { values, positionals } = readArguments(help, { only: { type: 'string' } })
  stopChildrenWithUs()
  const failed = new Set<string>()
  let total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of chosenStages(values.only)) {
    const counts = await runStage(stage, failed, positionals)
    if (counts.failed > 0) failed.add(stage.name)
    total = addCounts(total, counts)
  }
  if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`)
  for (const failure of total.failures ?? []) console.log(`✗ ${failure}`)
  const skippedUnderCi = process.env['CI'] !== undefined && total.skipped > 0
  if (skippedUnderCi) console.log('Under CI nothing may be skipped.')
  process.exitCode = failed.size > 0 || skippedUnderCi ? 1 : 0
  console.log(`\n${summary(total)}`)
})
