import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

const compressible = /\.(m?js|css|html|json|svg|webmanifest)$/
/** Below this a compressed copy saves nothing that a phone would notice. */
const leastBytes = 1024

/** Puts `name.gz` and `name.br` beside each text file, so that the server never compresses while somebody waits. */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries.filter(({ name }) => compressible.test(name))) {
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    if (bytes.byteLength < leastBytes) continue
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }))
    await writeFile(`${path}.br`, await toBrotli(bytes, brotli))
  }
}
