import './own-packages.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { failPlainly } from './fail-plainly.ts'
import { projectRoot } from './project-root.ts'
import { readArguments } from './read-arguments.ts'
import { buildWebIfStale } from './web-build.ts'

const help = `
npm start

Builds the web app if its sources changed, opens the database and serves. Without any setting it opens the
demonstration district on the embedded database in ./data and prints the address and the accounts.
Settings are environment variables; .env.example lists them all, and an .env file beside package.json is read.
Stop with Ctrl-C.
`

await failPlainly(async () => {
  readArguments(help, {})
  const settings = join(projectRoot, '.env')
  if (existsSync(settings)) process.loadEnvFile(settings)
  // Loaded only now: the import of our own packages needs what own-packages.ts prepares.
  const { runServer } = await import('../packages/server/src/main.ts')
  const webReady = buildWebIfStale(console.log)
  // The server awaits it later; until then a failure is nobody's surprise.
  webReady.catch(() => {})
  await runServer({ webReady })
})
