import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { vectorPostgis } from './postgis-bundle.ts'

/**
 * The embedded database in its own thread, so that a slow statement never holds up the web server.
 * It speaks PostgreSQL's wire protocol and nothing else: the `pg` client at the other end of the channel
 * is the same one that talks to a PostgreSQL server, hence types, parameters and errors are the same.
 */

/** How the worker is started. No `folder` = in memory; `image` = a dumped database to start from. */
export interface PgliteStart {
  readonly folder?: string
  /** A folder for files that can be made again. */
  readonly cache: string
  readonly image?: string
}

/** To the worker: protocol bytes, or a request. From the worker: protocol bytes, or an answer. */
export type ToWorker = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'dump' } | { kind: 'close' }
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'dumped'; image: ArrayBuffer }
  | { kind: 'closed' }
  | { kind: 'broken'; message: string }

const port = parentPort
if (port === null) throw new Error('pglite-worker.ts only runs as a worker thread')
const start = workerData as PgliteStart
const post = (message: FromWorker) => port.postMessage(message)

const open = async (): Promise<PGlite> => {
  const image =
    start.image === undefined ? undefined : new Blob([new Uint8Array(await readFile(start.image))])
  return PGlite.create({
    extensions: { postgis: await vectorPostgis(start.cache) },
    initDbStartParams: ['--wal-segsize=1'], // megabytes: a new database takes 30 MB less
    ...(start.folder === undefined ? {} : { dataDir: start.folder }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  })
}

/**
 * After a failed statement the embedded database says ReadyForQuery twice, where a server says it once.
 * The client would take the second for the answer to its next statement, so the surplus is dropped.
 */
const READY_FOR_QUERY_BYTES = 6
const isReadyForQuery = (bytes: Uint8Array, at: number) =>
  at >= 0 && bytes[at] === 0x5a && bytes[at + 4] === 5
const withOneReady = (answer: Uint8Array): Uint8Array => {
  const last = answer.length - READY_FOR_QUERY_BYTES
  const twice = isReadyForQuery(answer, last) && isReadyForQuery(answer, last - READY_FOR_QUERY_BYTES)
  return twice ? answer.subarray(0, last) : answer
}

const handle = async (database: PGlite, message: ToWorker): Promise<void> => {
  if (message.kind === 'bytes') {
    const chunks: Uint8Array[] = []
    // The views point into the database's own memory, hence the copies.
    await database.execProtocolRawStream(message.bytes, { onRawData: (view) => chunks.push(view.slice()) })
    post({ kind: 'bytes', bytes: withOneReady(Buffer.concat(chunks)) })
  } else if (message.kind === 'dump') {
    const image = await database.dumpDataDir('none')
    post({ kind: 'dumped', image: await image.arrayBuffer() })
  } else {
    await database.close()
    post({ kind: 'closed' })
  }
}

try {
  const database = await open()
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last
      .then(() => handle(database, message))
      .catch((error: unknown) => post({ kind: 'broken', message: String(error) }))
  })
  post({ kind: 'ready' })
} catch (error) {
  post({ kind: 'broken', message: String(error) })
}
