import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { runProgram } from '../run-program.ts'

interface Need {
  readonly what: string
  /** Name of the Debian package that brings it. */
  readonly debianPackage: string
  readonly isThere: () => boolean
}

/** The oldest PostgreSQL that the migrations are written for. */
const oldestPostgres = 15

const entriesOf = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Debian keeps each version in its own folder; `initdb` and the PostGIS control file must belong to the same one. */
function hasPostgresWithPostgis(): boolean {
  return entriesOf('/usr/lib/postgresql').some(
    (version) =>
      Number(version) >= oldestPostgres &&
      existsSync(`/usr/lib/postgresql/${version}/bin/initdb`) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  )
}

const hasChromium = (): boolean => existsSync(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')

const hasChineseFont = (): boolean =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => /Noto(Sans|Serif)CJK/.test(String(file))),
  )

const needs: readonly Need[] = [
  {
    what: `PostgreSQL ${oldestPostgres} or newer with PostGIS`,
    debianPackage: 'postgresql-postgis',
    isThere: hasPostgresWithPostgis,
  },
  { what: 'Chromium', debianPackage: 'chromium', isThere: hasChromium },
  { what: 'a Chinese font', debianPackage: 'fonts-noto-cjk', isThere: hasChineseFont },
]

const missingNeeds = (): readonly Need[] => needs.filter((need) => !need.isThere())

function mayInstall(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release) && existsSync('/usr/bin/apt-get')
}

async function install(packages: readonly string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, capture: true, limitMinutes: 15 }
  console.log(`Installing ${packages.join(', ')} (once per machine) …`)
  const updated = await runProgram('apt-get', ['update', '-q'], quiet)
  const installed = await runProgram(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
    quiet,
  )
  if (!installed.ok) console.log(`${updated.ok ? '' : updated.output}${installed.output}`)
  return installed.ok
}

/** Says in one sentence what is missing and how to get it. */
function sentence(missing: readonly Need[]): string {
  const things = missing.map((need) => need.what).join(', ')
  const packages = missing.map((need) => need.debianPackage).join(' ')
  return `The tests need ${things}; on Debian install with: sudo apt-get install ${packages}`
}

/** Makes sure that what the tests need from the system is there; root on Debian installs what is missing. */
export async function provideSystemNeeds(): Promise<boolean> {
  const missing = missingNeeds()
  if (missing.length > 0 && mayInstall()) await install(missing.map((need) => need.debianPackage))
  const stillMissing = missingNeeds()
  if (stillMissing.length > 0) console.log(sentence(stillMissing))
  return stillMissing.length === 0
}
