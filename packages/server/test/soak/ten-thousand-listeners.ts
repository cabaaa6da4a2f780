import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import cookiePlugin from '@fastify/cookie'
import fastify from 'fastify'
import { openEdge } from '../../src/kernel/edge.ts'
import type { World } from '../../src/kernel/ports.ts'
import { live } from '../../src/modules/live/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { smallDistrict } from '../support/small-district.ts'
import { newPostgresDatabase, openPostgresAt, stopCluster } from '../support/test-cluster.ts'
import { testWorld } from '../support/test-world.ts'
import { listeningStaff } from './listening-staff.ts'
import { rushTogether } from './rush-together.ts'

/**
 * What happens when ten thousand listeners come back at once: `node packages/server/test/soak/ten-thousand-listeners.ts [COUNT]`.
 * A real PostgreSQL, real sockets, the listeners in processes of their own. Each has a post, an account and a session, which
 * are looked up as the server does. It prints what it saw and fails when anybody missed or repeated anything.
 */
const COUNT = Number(process.argv[2] ?? 10_000)
const MISSED = 50

const folder = await mkdtemp(join(tmpdir(), 'lianxin-soak-'))
// The database server runs under another name than root.
await chmod(folder, 0o755)
try {
  const database = openPostgresAt(await newPostgresDatabase(folder, 'migrated'))
  const plain = testWorld(database, systemClock)
  const district = await smallDistrict(database, plain)
  let transactions = 0
  const world: World = {
    ...plain,
    database: {
      inTransaction(prologue, work) {
        transactions += 1
        return plain.database.inTransaction(prologue, work)
      },
    },
  }
  const { identify, secret } = await listeningStaff(database, plain, district, COUNT)
  const http = fastify({ forceCloseConnections: true })
  await http.register(cookiePlugin)
  openEdge(http, world, [live({ onWake: () => () => {} }, identify)], identify)
  await http.listen({ host: '0.0.0.0', port: 0 })
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  for (let made = 0; made < MISSED; made += 1) await district.report()

  transactions = 0
  const listeners = rushTogether(port, COUNT, MISSED + 1, secret)
  const started = performance.now()
  let peak = 0
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 250)
  const { attempts, turnedAway, lost, waits } = await listeners.all
  const inside = (performance.now() - started) / 1000
  const readings = transactions
  const reported = performance.now()
  await district.report()
  const { wrong } = await listeners.over
  const told = performance.now() - reported
  clearInterval(watching)
  const at = (share: number) => ((waits[Math.floor(share * (waits.length - 1))] ?? 0) / 1000).toFixed(1)
  console.log(`${waits.length} listeners, each ${MISSED} events behind, came back at once.`)
  console.log(
    `All were in and had caught up after ${inside.toFixed(1)} s; p50 ${at(0.5)} s, p95 ${at(0.95)} s, slowest ${at(1)} s.`,
  )
  console.log(
    `${attempts} attempts, ${turnedAway} of them turned away with a time to come back, ${lost} without an answer.`,
  )
  console.log(
    `${readings} transactions in all: one for each who came in, to learn who it is, and the rest for all of them together.`,
  )
  console.log(`One event more reached all of them ${told.toFixed(0)} ms after its report began.`)
  console.log(`Peak memory of the server: ${Math.round(peak / 1024 / 1024)} MB.`)
  console.log(
    wrong === 0 ? 'Nobody missed or repeated anything.' : `${wrong} listeners missed or repeated something.`,
  )
  if (wrong > 0) process.exitCode = 1
  listeners.stop()
  await http.close()
  await pause(200)
  await database.close()
} finally {
  await stopCluster(folder)
  await rm(folder, { recursive: true, force: true })
}
