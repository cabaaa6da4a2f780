import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ScratchCluster } from '../cluster/scratch-cluster.ts'

export type CopyStream = {
  /** Adds rows, each ended by a line end, in COPY's text format. Resolves when the pipe takes more. */
  rows(table: string, columns: string, text: string): Promise<void>
  statement(sql: string): Promise<void>
  end(): Promise<void>
}

/** One psql that reads statements and rows from a pipe, so that nothing is kept on either side. */
export function openCopyStream(
  cluster: Pick<ScratchCluster, 'binaries' | 'socketFolder' | 'database'>,
): CopyStream {
  const args = [
    '-X',
    '-q',
    '-v',
    'ON_ERROR_STOP=1',
    '-h',
    cluster.socketFolder,
    '-U',
    'postgres',
    '-d',
    cluster.database,
  ]
  const psql = spawn(join(cluster.binaries, 'psql'), args, { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  psql.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const closed = once(psql, 'close') as Promise<[number | null]>
  const fail = () => new Error(`rows could not be loaded: ${said.slice(0, 2_000)}`)
  const write = async (text: string) => {
    if (psql.exitCode !== null) throw fail()
    if (!psql.stdin.write(text)) await Promise.race([once(psql.stdin, 'drain'), closed])
  }
  psql.stdin.on('error', () => {})
  return {
    rows: (table, columns, text) =>
      text === '' ? Promise.resolve() : write(`copy ${table} (${columns}) from stdin;\n${text}\\.\n`),
    statement: (sql) => write(`${sql};\n`),
    async end() {
      psql.stdin.end()
      const [code] = await closed
      if (code !== 0) throw fail()
    },
  }
}
