import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromWorker, PgliteStart, ToWorker } from './pglite-worker.ts'

/** The worker thread that holds the embedded database, seen from the main thread. */
export interface PgliteProcess {
  /** A stream that `pg.Client` takes for a socket. There is one session, so open it once. */
  readonly socket: () => Duplex
  /** The whole database as a tar archive, to start other in-memory databases from. */
  readonly dump: () => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** What `pg` asks of a socket beyond being a Duplex. */
class PgliteSocket extends Duplex {
  readonly #send: (bytes: Uint8Array) => void

  constructor(send: (bytes: Uint8Array) => void) {
    super()
    this.#send = send
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(chunk)
    done()
  }

  // `pg` corks the five messages of one statement: they travel to the worker as one.
  override _writev(
    chunks: { chunk: Buffer; encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }
}

/** Starts the worker and waits until the database is open. Rejects with the database's own words. */
export const startPglite = async (start: PgliteStart): Promise<PgliteProcess> => {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: start,
    execArgv: [],
  })
  const send = (message: ToWorker) => worker.postMessage(message)
  let broken: Error | undefined
  let listener: (message: FromWorker) => void = () => {}
  let socket: PgliteSocket | undefined

  const fail = (error: Error) => {
    broken ??= error
    socket?.destroy(broken)
    listener({ kind: 'broken', message: broken.message })
  }
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new Error('the embedded database has stopped')))
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'bytes') socket?.push(message.bytes)
    else if (message.kind === 'broken') fail(new Error(message.message))
    else listener(message)
  })

  const answer = <K extends FromWorker['kind']>(kind: K): Promise<Extract<FromWorker, { kind: K }>> =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken)
      listener = (message) => {
        if (message.kind === kind) resolve(message as Extract<FromWorker, { kind: K }>)
        else if (message.kind === 'broken') reject(new Error(message.message))
      }
    })

  try {
    await answer('ready')
  } catch (error) {
    await worker.terminate()
    throw error
  }

  return {
    socket: () => {
      socket = new PgliteSocket((bytes) => send({ kind: 'bytes', bytes: new Uint8Array(bytes) }))
      return socket
    },
    dump: async () => {
      const dumped = answer('dumped')
      send({ kind: 'dump' })
      return new Uint8Array((await dumped).image)
    },
    close: async () => {
      const closed = answer('closed')
      send({ kind: 'close' })
      await closed.finally(() => worker.terminate())
    },
  }
}
