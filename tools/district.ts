import { readFile } from 'node:fs/promises'
import type { DistrictFile } from '@lianxin/contract'
import { readDivisions } from '@lianxin/demo'
import { districtFaults } from '../packages/server/src/district-faults.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { setUpInstallation } from '../packages/server/src/set-up-installation.ts'
import { failPlainly } from './fail-plainly.ts'
import { readSettings } from './open-installation.ts'
import { readArguments } from './read-arguments.ts'

const HELP = `npm run district -- <file.json> [--check]

Sets up a district for production as its file describes it: its places and their areas, units, posts, who holds them
and their accounts; with the packaged catalogue of items and the published holidays. See docs/district.example.json
and docs/operations.md. Run it again with a longer file to add what is new: what exists stays as it is.

--check    only says what is wrong with the file

The passwords of new accounts are printed once, on standard output: hand them over and keep no copy.
Settings are those of the server (see .env.example).`

const SHOWN_FAULTS = 20

async function readDistrict(path: string): Promise<DistrictFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`The file ${path} cannot be read.`)
  })
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new Error(`The file ${path} is not JSON.`)
  }
  const faults = districtFaults(file, new Set(readDivisions().map(({ code }) => code)))
  if (faults.length > SHOWN_FAULTS)
    throw new Error(
      [...faults.slice(0, SHOWN_FAULTS), `And ${faults.length - SHOWN_FAULTS} more.`].join('\n'),
    )
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return file as DistrictFile
}

await failPlainly(async () => {
  const { values, positionals } = readArguments(HELP, { check: { type: 'boolean' } })
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new Error('Name one file: npm run district -- district.json')
  const file = await readDistrict(path)
  if (values.check) return console.log('The file is sound.')
  const config = readConfig(readSettings())
  const log = createLog({ LOG_LEVEL: 'warn', LOG_FILE: config.LOG_FILE })
  const accounts = await setUpInstallation(config, log, file, (step) => console.error(`Setting up ${step} …`))
  for (const { username, password, title } of accounts) console.log(`${username}\t${password}\t${title}`)
  console.error(
    `${file.district.name} is set up: ${file.places.length} places, ${file.units.length} units, ${file.posts.length} posts, ${accounts.length} new accounts.`,
  )
})
