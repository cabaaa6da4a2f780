import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { freePort } from './free-port.ts'
import { type ServerProcess, startProcess, urlOf } from './server-process.ts'

export interface Account {
  readonly username: string
  readonly password: string
}

/** The real server with the demonstration district, on a data folder of its own. */
export interface RunningServer {
  /** Stays the same over restarts. */
  readonly url: string
  /** The printed account of that user name, e.g. `grid.mudan.01`; throws when there is none. */
  readonly account: (username: string) => Account
  /** Everything that it has printed since its last start. */
  readonly output: () => string
  /** `kill -9`: nothing is written, closed or said any more. */
  readonly killHard: () => Promise<void>
  /** Starts again on the same folder and port, after `killHard`. */
  readonly startAgain: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

/** A line such as `  grid.mudan.01   abcd-efgh-jkmn   …`. */
const accountLine = /^\s+([a-z][a-z0-9.]*)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})\s/gm

export const accountsIn = (output: string): readonly Account[] =>
  [...output.matchAll(accountLine)].map(([, username = '', password = '']) => ({ username, password }))

/** Starts a server and waits until it is ready. `settings` are environment variables beyond the usual ones. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-journey-'))
  await cp(inject('preparedDistrict'), folder, { recursive: true })
  const place = { folder, port: await freePort(), settings }
  let server: ServerProcess = await startProcess(place)
  return {
    url: urlOf(place),
    account: (username) => {
      const found = accountsIn(server.output()).find((account) => account.username === username)
      if (found === undefined) throw new Error(`no account ${username} was printed:\n${server.output()}`)
      return found
    },
    output: () => server.output(),
    killHard: () => server.end('SIGKILL'),
    startAgain: async () => {
      server = await startProcess(place)
    },
    stop: async () => {
      await server.end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
