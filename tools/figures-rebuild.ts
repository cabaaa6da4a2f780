import { readConfig } from '../packages/server/src/platform/config.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { rebuildInstallation } from '../packages/server/src/rebuild-installation.ts'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run figures:rebuild

Counts the figures of the command centre anew from the events, for every tenant. Until it is done people see the old
figures, and then the new ones. The embedded database can be rebuilt while no server runs on it; PostgreSQL at any
time. Settings are those of the server (see .env.example).`

/** On a terminal how far it is; a file or a pipe gets only the result. */
const progress = (tenant: string, read: number, of: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\rTenant ${tenant}: event ${read} of ${of} `)
}

await failPlainly(async () => {
  readArguments(HELP, {})
  const config = readConfig()
  const log = createLog({ LOG_LEVEL: 'warn', LOG_FILE: config.LOG_FILE })
  const rebuilt = await rebuildInstallation(config, log, progress)
  if (process.stderr.isTTY) process.stderr.write('\r')
  if (rebuilt.length === 0) console.log('There is no tenant, so there is nothing to count.')
  for (const { tenant, result } of rebuilt)
    console.log(`Tenant ${tenant}: the figures are counted anew from ${result} events.`)
})
