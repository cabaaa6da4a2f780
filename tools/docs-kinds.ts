import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generatedPages } from './docs/generated-pages.ts'
import { failPlainly } from './fail-plainly.ts'
import { projectRoot } from './project-root.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run docs:kinds [-- --check]

Writes the pages about the kinds of case, the permissions and the errors (docs/kinds, docs/permissions.md,
docs/errors.md) from the contract. --check writes nothing and fails when a committed page differs.`

await failPlainly(async () => {
  const { values } = readArguments(HELP, { check: { type: 'boolean' } })
  const stale: string[] = []
  for (const [path, text] of generatedPages()) {
    const target = join(projectRoot, path)
    if ((await readFile(target, 'utf8').catch(() => '')) === text) continue
    stale.push(path)
    if (values.check === true) continue
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
  }
  if (values.check === true && stale.length > 0)
    throw new Error(`Not as the contract has it: ${stale.join(', ')}. Run \`npm run docs:kinds\` and commit.`)
  console.log(stale.length === 0 ? 'The pages are up to date.' : `Written: ${stale.join(', ')}.`)
})
