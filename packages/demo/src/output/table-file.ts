import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createGzip } from 'node:zlib'
import type { Cell } from '../province/tables.ts'
import type { RowText } from './row-text.ts'

/** What a finished table file is known by. `sha256` is of the bytes of the file. */
export interface TableSummary {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

export interface TableFile {
  /** Takes a row. When it answers a promise, wait for it before the next one: that keeps memory constant. */
  write(cells: readonly Cell[]): Promise<void> | undefined
  finish(): Promise<TableSummary>
}

const BUFFER_CHARACTERS = 256 * 1024

/** A table that is written row by row into a new file, compressed or not, with its rows, bytes and hash counted. */
export function openTableFile(path: string, text: RowText, gzip: boolean): TableFile {
  const file = openSync(path, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  let rows = 0
  let waiting = text.head
  const store = (chunk: Buffer) => {
    hash.update(chunk)
    for (let from = 0; from < chunk.length; ) from += writeSync(file, chunk, from)
    bytes += chunk.length
  }
  const packer = gzip ? createPacker(store) : undefined
  const flush = (): Promise<void> | undefined => {
    const chunk = Buffer.from(waiting)
    waiting = ''
    if (packer) return packer.write(chunk)
    store(chunk)
    return undefined
  }
  return {
    write(cells) {
      rows += 1
      waiting += text.line(cells)
      return waiting.length < BUFFER_CHARACTERS ? undefined : flush()
    },
    async finish() {
      await flush()
      await packer?.end()
      fsyncSync(file)
      closeSync(file)
      return { rows, bytes, sha256: hash.digest('hex') }
    },
  }
}

/** Compresses on another thread; `write` resolves when the chunk was taken. */
function createPacker(store: (chunk: Buffer) => void) {
  const stream = createGzip({ level: 6 })
  const ended = Promise.withResolvers<void>()
  ended.promise.catch(() => {})
  stream.on('data', (chunk: Buffer) => {
    try {
      store(chunk)
    } catch (error) {
      stream.destroy(error as Error)
    }
  })
  stream.once('end', () => ended.resolve())
  stream.once('error', ended.reject)
  return {
    write: (chunk: Buffer): Promise<void> =>
      Promise.race([
        ended.promise,
        new Promise<void>((resolve) => {
          if (stream.write(chunk)) resolve()
          else stream.once('drain', resolve)
        }),
      ]),
    end: (): Promise<void> => {
      stream.end()
      return ended.promise
    },
  }
}
