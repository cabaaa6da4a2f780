import './own-packages.ts'
import { resolve } from 'node:path'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'
import { count, showProgress } from './show-progress.ts'
import { wholeNumber } from './whole-number.ts'

const HELP = `npm run demo -- --out FOLDER [options]
npm run demo -- --into-server [--place CODE] [--seed N]

Generates made-up housing and matters of Liaoning, from one building to the whole province (49,000 grids, 14.7 million
dwellings), one file for each table. Codes and names of divisions are real, everything below them is invented. The same
seed gives the same files, and a part is exactly that part of the whole. Memory stays the same at any size.

  --out FOLDER       a folder that does not exist yet; it appears under its name only when it is complete
  --place CODE       what is generated: province 21 (default), a city, district, subdistrict, community, grid
                     (15 digits) or building (grid, B and three digits), such as 210105001010
  --households N     only the first N dwellings of that place
  --format F         ndjson (default) or csv
  --gzip             compresses each file
  --seed N           default 210105
  --from DAY         day of ages and of the first matters, YYYY-MM-DD (default 2026-11-16)
  --days N           matters of so many days (default 1; 0: none)
  --residents        also invented people; their identity numbers carry the region 219999, which nobody has

A run that was stopped leaves FOLDER.unfinished behind; the next one with the same FOLDER removes it and begins anew.
manifest.json tells seed, rows, bytes and SHA-256 of each file.

  --into-server      instead of files: fills the installation that the settings name (DATA_DIR, or DATABASE_URL) so that
                     npm start opens it. The demonstration district with all its subdistricts, communities, grids,
                     units, posts and accounts; streets, compounds, buildings, entrances and dwellings in every community
                     of --place: 210105 (default; 430,000 dwellings), a subdistrict or a community of it. The
                     settings are those of npm start. Stopped half-way, the same command goes on where it was.`

const OPTIONS = {
  out: { type: 'string' },
  'into-server': { type: 'boolean', default: false },
  place: { type: 'string' },
  households: { type: 'string' },
  format: { type: 'string', default: 'ndjson' },
  gzip: { type: 'boolean', default: false },
  seed: { type: 'string', default: '210105' },
  from: { type: 'string', default: '2026-11-16' },
  days: { type: 'string', default: '1' },
  residents: { type: 'boolean', default: false },
} as const

/** What the operating system says about files, as a sentence. */
const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is used up',
  EFBIG: 'A file may not become this large here',
  EACCES: 'This folder may not be written',
  EPERM: 'This folder may not be written',
  EROFS: 'This disk may only be read',
  ENOTDIR: 'A part of the path is a file and not a folder',
  EEXIST: 'A part of the path is a file and not a folder',
  ENAMETOOLONG: 'The name of the folder is too long',
}

function plain(error: unknown, folder: string): unknown {
  const trouble = FILE_TROUBLE[(error as { code?: string }).code ?? '']
  return trouble === undefined ? error : new Error(`${trouble}: nothing was finished under ${folder}.`)
}

await failPlainly(async () => {
  const { values, positionals } = readArguments(HELP, OPTIONS)
  if (positionals.length > 0)
    throw new Error(`"${positionals[0]}" is not understood: see npm run demo -- --help.`)
  const seed = wholeNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER)
  if (values['into-server']) {
    if (values.out) throw new Error('Give --out or --into-server, not both.')
    const { fillServer } = await import('./fill-server.ts')
    return fillServer(values.place ?? '210105', seed)
  }
  if (!values.out) throw new Error('Name a new folder: npm run demo -- --out FOLDER (see --help).')
  if (values.format !== 'ndjson' && values.format !== 'csv')
    throw new Error(`--format must be ndjson or csv, not "${values.format}".`)
  const { isIsoDate } = await import('@lianxin/contract')
  if (!isIsoDate(values.from))
    throw new Error(`--from must be a day such as 2026-11-16, not "${values.from}".`)
  const options = {
    seed,
    from: values.from,
    days: wholeNumber('days', values.days, 0, 366),
    residents: values.residents,
    households:
      values.households === undefined
        ? Number.POSITIVE_INFINITY
        : wholeNumber('households', values.households, 1, 1e9),
  }
  const { provincePart, readDivisions, writeProvince } = await import('@lianxin/demo')
  const folder = resolve(values.out)
  const progress = showProgress('dwellings')
  const began = performance.now()
  try {
    const { tables } = await writeProvince({
      part: provincePart(readDivisions(), seed, values.place ?? '21'),
      options,
      format: values.format,
      gzip: values.gzip,
      folder,
      onProgress: progress.tell,
    })
    progress.end()
    for (const { file, rows, bytes } of tables)
      console.log(`${file.padEnd(22)} ${count(rows).padStart(13)} rows ${count(bytes).padStart(16)} bytes`)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const seconds = (performance.now() - began) / 1000
    console.log(
      `Complete in ${folder}: ${count(rows)} rows in ${seconds.toFixed(1)} s, ${count(Math.round(rows / seconds))}/s, ` +
        `${count(Math.round(process.resourceUsage().maxRSS / 1024))} MB of memory at most.`,
    )
  } catch (error) {
    progress.end()
    throw plain(error, folder)
  }
})
