import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { CHINA_UTC_OFFSET_MINUTES, type HolidayCalendar } from '@lianxin/contract'
import { demoDistrict } from '@lianxin/demo'
import { holidayYears } from '../../packages/server/src/holiday-years.ts'
import { databaseKeyStore } from '../../packages/server/src/platform/crypto/database-key-store.ts'
import { openKeyring } from '../../packages/server/src/platform/crypto/keyring.ts'
import { openPostgres } from '../../packages/server/src/platform/database/open-postgres.ts'
import type { ScratchCluster } from '../cluster/scratch-cluster.ts'
import { openCopyStream } from './copy-stream.ts'
import { groundsOf } from './grounds.ts'
import { loadCases } from './load-cases.ts'
import { tenantRow } from './tenant-names.ts'

type Wanted = {
  readonly cases: number
  readonly tenants: number
  readonly masterKey: string
  readonly demoWords: readonly string[]
}
type Share = Wanted & {
  readonly psql: Pick<ScratchCluster, 'binaries' | 'socketFolder' | 'database'>
  readonly loginUrl: string
  readonly first: number
  readonly every: number
}
type Loaded = { readonly cases: number; readonly events: number }

/** Loads the matters of all tenants, in as many threads as there are processors; each has a pipe to the database of its own. */
export async function loadInThreads(
  cluster: ScratchCluster,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<number> {
  const threads = Math.min(availableParallelism(), wanted.tenants)
  let cases = 0
  let events = 0
  const { binaries, socketFolder, database } = cluster
  await Promise.all(
    Array.from({ length: threads }, async (_, index) => {
      const share: Share = {
        ...{ ...wanted, first: index + 1, every: threads },
        ...{ psql: { binaries, socketFolder, database }, loginUrl: cluster.url('lianxin_login') },
      }
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share })
      worker.on('message', (loaded: Loaded) => {
        cases += loaded.cases
        events += loaded.events
        say(`Loaded ${cases} of ${wanted.cases} matters`)
      })
      const [code] = (await once(worker, 'exit')) as [number]
      if (code !== 0) throw new Error('a loading thread ended with an error')
    }),
  )
  return events
}

async function loadShare(share: Share): Promise<void> {
  const clock = { now: () => Date.now() }
  const database = openPostgres({
    ...{ loginUrl: share.loginUrl, ownerUrl: undefined, poolSize: 2 },
    onConnectionLost: () => {},
  })
  const keyring = openKeyring({
    masterKey: Buffer.from(share.masterKey, 'base64'),
    store: databaseKeyStore(database),
    clock,
  })
  const demo = demoDistrict()
  const stream = openCopyStream(share.psql)
  // Foreign keys are checked all at once at the end instead of row by row.
  await stream.statement('set session_replication_role = replica')
  const upTo = (tenant: number) => Math.floor((share.cases * tenant) / share.tenants)
  for (let tenant = share.first; tenant <= share.tenants; tenant += share.every) {
    const loaded = await loadCases(
      {
        ...{ tenant, cases: upTo(tenant) - upTo(tenant - 1), words: share.demoWords, now: clock.now() },
        ...{ prefix: tenantRow(tenant).numberPrefix, keys: await keyring.forTenant(tenant) },
        ...{ grounds: groundsOf(demo, tenant), calendar: publishedCalendar() },
      },
      stream,
    )
    parentPort?.postMessage(loaded satisfies Loaded)
  }
  await stream.end()
  await database.close()
}

const publishedCalendar = (): HolidayCalendar => ({
  version: 'bench',
  utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES,
  years: Object.fromEntries(
    holidayYears().map(({ year, holidays, makeUpWorkdays }) => [
      year,
      { published: true, holidays, makeUpWorkdays },
    ]),
  ),
})

if (!isMainThread) await loadShare(workerData as Share)
