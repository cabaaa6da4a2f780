import { readConfig } from '../packages/server/src/platform/config.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { type TenantVerdict, verifyInstallation } from '../packages/server/src/verify-installation.ts'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run ledger:verify

Checks the ledger of who read personal data: every row against its seal, every seal against the one before and
against the copy in SEAL_DIR, for every tenant. It changes nothing. Names the first seal and row that do not fit;
the exit code is then 1. The embedded database can be checked while no server runs on it; PostgreSQL at any time.
Settings are those of the server (see .env.example).`

const FAULTS = {
  rowChanged: 'the row was changed after it was sealed',
  rowGone: 'the row was sealed and is gone',
  rowAdded: 'the row is older than sealed ones but was never sealed: it was put in afterwards',
  sealChanged: 'the seal does not fit its rows, or the seal before it was changed',
  sealGone: 'the seal is gone',
  exportDiffers: 'the seal is not the one that was exported',
  exportMissing: 'the seal was never exported, though later ones were',
} as const

function sentence({ tenant, verdict }: TenantVerdict): string {
  if (verdict.sound) {
    const { seals, rows, exported, waiting } = verdict
    return `Tenant ${tenant}: sound. ${rows} rows under ${seals} seals, ${exported} of them exported; ${waiting} rows wait for the next seal.`
  }
  const where = [
    verdict.seal === null ? [] : `seal ${verdict.seal}`,
    verdict.row === null ? [] : `row ${verdict.row}`,
  ].flat()
  return `Tenant ${tenant}: BROKEN at ${where.join(', ')}: ${FAULTS[verdict.fault]}.`
}

/** On a terminal the seal that is being checked; a file or a pipe gets only the result. */
const progress = (tenant: string, seal: number): void => {
  if (process.stderr.isTTY && seal % 100 === 0) process.stderr.write(`\rTenant ${tenant}: seal ${seal} `)
}

await failPlainly(async () => {
  readArguments(HELP, {})
  const config = readConfig()
  const verdicts = await verifyInstallation(
    config,
    createLog({ LOG_LEVEL: 'warn', LOG_FILE: config.LOG_FILE }),
    progress,
  )
  if (process.stderr.isTTY) process.stderr.write('\r')
  if (verdicts.length === 0) console.log('There is no tenant, so there is nothing to check.')
  for (const verdict of verdicts) console.log(sentence(verdict))
  if (verdicts.some(({ verdict }) => !verdict.sound)) process.exitCode = 1
})
