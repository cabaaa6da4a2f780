import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'

/**
 * The embedded database unpacks and compiles all of an extension each time it opens. Of PostGIS we use the
 * vector part: without rasters, topology, address books and upgrade scripts it opens in a third of the time.
 */
const NOT_NEEDED = /raster|topology|tiger|contrib\/|--unpackaged--|--ANY--/

const BLOCK = 512
const roundUp = (bytes: number) => Math.ceil(bytes / BLOCK) * BLOCK

/** The members of a tar archive whose names pass, as another tar archive. */
const keepMembers = (tar: Buffer, keep: (name: string) => boolean): Buffer => {
  const kept: Buffer[] = []
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, to: number) =>
      tar.toString('latin1', at + from, at + to).replace(/\0.*$/s, '')
    const name = `${field(345, 500)}/${field(0, 100)}`
    const end = at + BLOCK + roundUp(Number.parseInt(field(124, 136), 8))
    if (keep(name)) kept.push(tar.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)])
}

const makeBundle = async (whole: string, target: string): Promise<void> => {
  const tar = gunzipSync(await readFile(whole))
  const small = keepMembers(tar, (name) => !NOT_NEEDED.test(name))
  const written = `${target}.${process.pid}`
  await writeFile(written, gzipSync(small, { level: 1 }))
  await rename(written, target)
}

const packageVersion = async (): Promise<string> => {
  const file = new URL('../package.json', import.meta.resolve('@electric-sql/pglite-postgis'))
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}

/** The extension as we need it. `cache` is a folder to keep the small bundle in; it may be emptied at any time. */
export const vectorPostgis = async (cache: string): Promise<Extension> => {
  const target = join(cache, `postgis-${await packageVersion()}.tar.gz`)
  return {
    name: postgis.name,
    setup: async (database, options) => {
      const whole = await postgis.setup(database, options)
      if (whole.bundlePath === undefined) throw new Error(`${basename(target)} has nothing to be made from`)
      if (!existsSync(target)) {
        await mkdir(cache, { recursive: true })
        await makeBundle(fileURLToPath(whole.bundlePath), target)
      }
      return { ...whole, bundlePath: pathToFileURL(target) }
    },
  }
}
