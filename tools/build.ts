import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'
import { stopChildrenWithUs } from './run-program.ts'
import { buildWebIfStale } from './web-build.ts'

const help = `
npm run build

Builds the web app into packages/web/dist when its sources changed since the last build.
The server needs no build: Node runs its TypeScript as it stands.
`

await failPlainly(async () => {
  readArguments(help, {})
  stopChildrenWithUs()
  const built = await buildWebIfStale(console.log)
  console.log(built ? 'The web app is built.' : 'The web app is up to date.')
})
