import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProvincePart } from '../province/part.ts'
import { countDwellings, type ProvinceOptions, provinceRows } from '../province/province-rows.ts'
import { PROVINCE_TABLES, type ProvinceTable } from '../province/tables.ts'
import { type RowFormat, rowText } from './row-text.ts'
import { openTableFile, type TableFile, type TableSummary } from './table-file.ts'

export interface WriteRequest {
  readonly part: ProvincePart
  readonly options: ProvinceOptions
  readonly format: RowFormat
  readonly gzip: boolean
  /** A folder that does not exist yet. */
  readonly folder: string
  /** Told now and then how many dwellings of how many there are. */
  readonly onProgress: (done: number, total: number) => void
}

export interface Manifest {
  readonly seed: number
  readonly place: string
  readonly from: string
  readonly days: number
  readonly tables: readonly (TableSummary & { readonly name: string; readonly file: string })[]
}

const MARK = 'unfinished'
const TELL_EVERY = 5_000

/**
 * Writes a part of the province, one file for each table. Everything grows in a folder beside, `<folder>.unfinished`, which
 * gets its name in one step when it is complete: what carries the name is whole. What a killed run left is
 * thrown away and made anew.
 */
export async function writeProvince(request: WriteRequest): Promise<Manifest> {
  const { folder, part, options } = request
  if (existsSync(folder))
    throw new Error(`${folder} is there already: name a new folder, or remove it first.`)
  const total = countDwellings(part, options)
  const work = `${folder}.unfinished`
  claim(work)
  const files = new Map<ProvinceTable, TableFile>()
  const nameOf = (table: ProvinceTable) => `${table}.${request.format}${request.gzip ? '.gz' : ''}`
  for (const [table, columns] of Object.entries(PROVINCE_TABLES) as [ProvinceTable, readonly string[]][]) {
    if (table === 'residents' && !options.residents) continue
    if (table === 'matters' && options.days === 0) continue
    files.set(table, openTableFile(join(work, nameOf(table)), rowText(request.format, columns), request.gzip))
  }
  let done = 0
  for (const [table, ...cells] of provinceRows(part, options)) {
    const full = files.get(table)?.write(cells)
    if (full) await full
    if (table === 'dwellings' && ++done % TELL_EVERY === 0) {
      request.onProgress(done, total)
      // Lets a signal in: rows are made without a pause otherwise.
      await new Promise(setImmediate)
    }
  }
  const tables: Manifest['tables'][number][] = []
  for (const [name, file] of files) tables.push({ name, file: nameOf(name), ...(await file.finish()) })
  request.onProgress(done, total)
  const { seed, from, days } = options
  const manifest: Manifest = { seed, place: part.placeCode, from, days, tables }
  writeFileSync(join(work, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  rmSync(join(work, MARK))
  renameSync(work, folder)
  return manifest
}

/** Makes the folder of work; one that a dead process left is emptied, one of a living process is refused. */
function claim(work: string): void {
  const mark = join(work, MARK)
  if (existsSync(work)) {
    // Killed between taking the mark away and giving the name, it has the manifest.
    const ours = existsSync(mark) || existsSync(join(work, 'manifest.json'))
    const owner = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0
    if (!ours) throw new Error(`${work} is not a folder that this command left unfinished: remove it first.`)
    if (owner > 0 && owner !== process.pid && isAlive(owner))
      throw new Error(`Process ${owner} is writing ${work}: wait for it, or stop it first.`)
    rmSync(work, { recursive: true })
  }
  mkdirSync(dirname(work), { recursive: true })
  mkdirSync(work)
  writeFileSync(mark, String(process.pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
