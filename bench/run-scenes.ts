import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { usualPoolSize } from '../packages/server/src/platform/config.ts'
import { type AppSettings, type RunningProcess, startApp } from './cluster/app-process.ts'
import { startMessageGateway } from './cluster/message-gateway.ts'
import type { ScratchCluster } from './cluster/scratch-cluster.ts'
import { planOf, STEPS, type Step } from './control/plan.ts'
import { controlOperation, startControl } from './control/run-control.ts'
import type { Filling } from './data/fill.ts'
import { measure } from './drive/measure.ts'
import { type Operation, type OperationName, operationsIn } from './drive/operations.ts'
import { processorSeconds } from './drive/processor-time.ts'
import { idleShares, rested } from './drive/rest.ts'
import { type Scene, setScene, signInScene } from './drive/scene.ts'
import type { Timing } from './drive/timing.ts'
import { spentIn } from './report/cpu-profile.ts'
import type { BenchSettings } from './settings.ts'
import { type Captured, capture, flat } from './statements/capture.ts'
import { runPgbench, WARM_SECONDS } from './statements/pgbench.ts'
import { undoRepeats } from './statements/undo-repeats.ts'

/** A measurement with the processor time it took for each answer, in milliseconds. */
export type Measured = Timing & {
  readonly serverMs: number
  readonly databaseMs: number
  readonly generatorMs: number
}

export type Row = {
  readonly scene: Scene['name']
  readonly operation: OperationName
  readonly statements: number
  readonly transactions: number
  readonly before: Measured | undefined
  readonly ours: Measured
  /** Absent where the server answered from memory: there was no statement to repeat. */
  readonly limit: Timing | undefined
  readonly control: Measured
  readonly steps: readonly { readonly step: Step; readonly measured: Measured }[]
}
export type Result = {
  readonly rows: readonly Row[]
  /** Where the server's processor time went in each scene, when asked for. */
  readonly profiles: readonly { readonly scene: Scene['name']; readonly spent: ReturnType<typeof spentIn> }[]
  readonly idle: Awaited<ReturnType<typeof idleShares>>
}

/** Connections of the pools, as many as the server takes by itself; the control has as many. */
export const POOL_SIZE = usualPoolSize()
const CAPTURES = 24
const SETTLE_MS = 3_000
/** A few seconds for each tenant to learn; half an hour for each million events to count. */
const SETTLING_MS = 120 * 60_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** Everything that is measured, in one run on one cluster: ours, the limit and the control right after each other. */
export async function runScenes(
  cluster: ScratchCluster,
  settings: BenchSettings,
  filling: Filling,
  say: (line: string) => void,
): Promise<Result> {
  const database = postmasterOf(settings.folder)
  const app: AppSettings = {
    ...{ databaseUrl: cluster.url('lianxin_login'), ownerUrl: cluster.url('postgres') },
    ...{ masterKey: filling.masterKey, sessionSecret: filling.sessionSecret, poolSize: POOL_SIZE },
    ...{ dataDir: join(settings.folder, 'data'), gatewayUrl: await startMessageGateway() },
    ...(settings.profile ? { profileTo: join(settings.folder, 'profile') } : {}),
  }
  const timed = async (server: RunningProcess, operation: Operation, seconds: number): Promise<Measured> => {
    const spent = () => {
      const { user, system } = process.cpuUsage()
      return [processorSeconds(server.pid), processorSeconds(database), (user + system) / 1e6] as const
    }
    const before = spent()
    const timing = await measure(server.port, operation, seconds)
    const after = spent()
    const each = (of: 0 | 1 | 2) => ((after[of] - before[of]) * 1000) / timing.count
    return { ...timing, serverMs: each(0), databaseMs: each(1), generatorMs: each(2) }
  }
  return cluster.superuser(async (client) => {
    const rows: Row[] = []
    const profiles: Result['profiles'][number][] = []
    let server = await startApp(app)
    say('Waiting until items are learnt from closed matters, as once a day, and figures counted')
    await settled(client, filling.tenants)
    const idle = await idleShares(server.pid, database)
    for (const name of settings.scenes) {
      say(`Signing people in (${name === 'one' ? 'one tenant' : 'many tenants'})`)
      const tenants = name === 'one' ? [1] : Array.from({ length: filling.tenants }, (_, n) => n + 1)
      const people = await signInScene(client, server.port, filling.password, { name, tenants })
      const fresh = async () =>
        operationsIn(await setScene(client, name, people)).filter((one) => settings.only.includes(one.name))
      const before = new Map<OperationName, Measured>()
      if (settings.beside) {
        await server.stop()
        const other = await startApp({ ...app, checkout: settings.beside })
        await pause(SETTLE_MS)
        for (const operation of await fresh()) {
          await measure(other.port, operation, WARM_SECONDS)
          await rested(other.pid, database)
          say(`Measuring ${operation.name}, before`)
          before.set(operation.name, await timed(other, operation, settings.seconds))
        }
        await other.stop()
        server = await startApp(app)
        await pause(SETTLE_MS)
      }
      const measured = new Map<OperationName, Measured>()
      for (const operation of await fresh()) {
        await measure(server.port, operation, WARM_SECONDS)
        // What the operation before has left to be done behind it is not this one's.
        await rested(server.pid, database)
        say(`Measuring ${operation.name}`)
        measured.set(operation.name, await timed(server, operation, settings.seconds))
      }
      say('Asking the server which statements it sends')
      const operations = await fresh()
      const captured = await capture(client, cluster.logFile, server.port, operations, CAPTURES)
      await server.stop()
      if (settings.profile)
        profiles.push({ scene: name, spent: spentIn(newestIn(join(settings.folder, 'profile'))) })
      rows.push(
        ...(await compare(cluster, client, settings, {
          name,
          operations,
          captured,
          measured,
          before,
          timed,
          say,
        })),
      )
      server = await startApp(app)
    }
    await server.stop()
    return { rows, idle, profiles }
  })
}

type Comparison = {
  readonly name: Scene['name']
  readonly operations: readonly Operation[]
  readonly captured: ReadonlyMap<string, readonly Captured[]>
  readonly measured: ReadonlyMap<OperationName, Measured>
  readonly before: ReadonlyMap<OperationName, Measured>
  readonly timed: (server: RunningProcess, operation: Operation, seconds: number) => Promise<Measured>
  readonly say: (line: string) => void
}

/** The same statements by pgbench and by the control, while our server is not running. */
async function compare(
  cluster: ScratchCluster,
  client: pg.Client,
  settings: BenchSettings,
  { name, operations, captured, measured, before, timed, say }: Comparison,
): Promise<Row[]> {
  const plans = Object.fromEntries(
    operations.map((one) => [one.name, planOf(captured.get(one.name) ?? [], one.writes)]),
  )
  const prepared = [...captured.values()].flat().some((one) => one.prepared)
  const url = cluster.url('lianxin_login')
  const control = await startControl(settings.folder, url, plans, { poolSize: POOL_SIZE, prepared })
  const rows: Row[] = []
  const undo = await undoRepeats(client)
  try {
    for (const operation of operations) {
      const own = captured.get(operation.name) ?? []
      const ours = measured.get(operation.name)
      const [first] = own
      if (!ours || !first) continue
      say(`Limit and control of ${operation.name}`)
      await client.query('checkpoint')
      const asksDatabase = own.every((one) => one.transactions.length > 0)
      const limit = asksDatabase
        ? await runPgbench(cluster, settings.folder, own, operation.writes, settings.seconds)
        : undefined
      const wanted: readonly Step[] = settings.steps ? STEPS : ['bare']
      const steps: { step: Step; measured: Measured }[] = []
      for (const step of wanted) {
        const asked = controlOperation(operation.name, step, plans[operation.name] ?? [])
        await measure(control.port, asked, WARM_SECONDS)
        steps.push({ step, measured: await timed(control, asked, settings.seconds) })
      }
      const bare = steps.find(({ step }) => step === 'bare')?.measured
      if (!bare) continue
      rows.push({
        ...{
          scene: name,
          operation: operation.name,
          before: before.get(operation.name),
          ours,
          limit,
          control: bare,
          steps,
        },
        ...{ statements: flat(first).length, transactions: first.transactions.length },
      })
    }
    return rows
  } finally {
    // Repeated words are sealed for the row that they were copied from: a list that shows one cannot open it.
    await control.stop()
    await undo()
  }
}

const newestIn = (folder: string): string => {
  const [newest] = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  if (!newest) throw new Error(`no profile was written to ${folder}`)
  return newest
}

/**
 * A freshly loaded installation has its daily work before it, and one that was loaded by an older server counts its figures
 * anew: neither is measured as if it were always so.
 */
async function settled(client: pg.Client, tenants: number): Promise<void> {
  const isSettled = async () => {
    const { rows } = await client.query<{ learnt: number; counting: boolean }>(
      `select (select count(distinct tenant)::int from item_learning where learnt_at > now() - interval '23 hours') as learnt,
         exists (select 1 from subscriber_position p
           where p.recount_to > p.seq or p.basis < (select max(q.basis) from subscriber_position q where q.name = p.name)) as counting`,
    )
    const [now] = rows
    return now !== undefined && now.learnt >= tenants && !now.counting
  }
  // Its subscribers begin anew at their first turn.
  await pause(SETTLE_MS)
  for (const begun = performance.now(); !(await isSettled()); await pause(1_000)) {
    if (performance.now() - begun > SETTLING_MS)
      throw new Error(
        'the server has not learnt items from its closed matters, or still counts its figures anew',
      )
  }
}
