import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { Receipt, ReportCase } from '@lianxin/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { headOf } from '../../src/kernel/event-store.ts'
import { inTenant, type Tx } from '../../src/kernel/tx.ts'
import { addHolidayYear } from '../../src/modules/case/index.ts'
import { clockJob } from '../../src/modules/case/jobs.ts'
import { addItems } from '../../src/modules/catalogue/index.ts'
import { addHoldings, addPosts, addUnits } from '../../src/modules/org/index.ts'
import { addAreas, addPlaces } from '../../src/modules/place/index.ts'
import { type TestClock, testClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { databaseKeyStore } from '../../src/platform/crypto/database-key-store.ts'
import { openKeyring } from '../../src/platform/crypto/keyring.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openFileVault } from '../../src/platform/files/file-vault.ts'
import { createLog } from '../../src/platform/log.ts'
import { openPlayedClock } from '../../src/platform/played-clock.ts'
import { addTenant } from '../../src/platform/tenants.ts'
import { type Driver, describeOnEachDatabase } from '../support/describe-on-each-database.ts'
import { follower, Person, signedIn } from './people.ts'
import { expectReplay } from './replay.ts'
import { AREAS, DISTRICT, HOLDINGS, ITEMS, type PersonName, PLACES, POSTS, UNITS } from './town.ts'

export const TENANT = 1
/** A Monday morning, half an hour after the offices opened. */
export const START = '2026-09-07T09:00+08:00'

export type Town = {
  readonly app: App
  /** The machine's time. The town's runs with it, unless a story sets its speed. */
  readonly clock: TestClock
  readonly driver: Driver
  readonly anybody: Person
  as(name: PersonName): Promise<Person>
  follow(receipt: Receipt): Promise<Person>
  /** Raises a matter without an account. Fails on a refusal. */
  report(more?: Partial<ReportCase>): Promise<Receipt>
  inside<T>(work: (tx: Tx) => Promise<T>, tenant?: number): Promise<T>
  /** Rows of a query, asked as the application does. */
  rows<T>(query: string): Promise<T[]>
  versionOf(caseId: string): Promise<number>
  /** What an accepted move answers; the version is looked up. Fails on a refusal. */
  step(
    name: PersonName,
    caseId: string,
    move: string,
    input?: object,
  ): Promise<{ version: number; state: string }>
  /** Lets time pass, and lets the clocks that ran out meanwhile fire. */
  later(milliseconds: number): Promise<void>
  now(): number
  /** Waits until every subscriber has seen every event. */
  caughtUp(): Promise<void>
  /** Faults that the house has logged: a test that causes none wants none. */
  readonly faults: string[]
}

/** The same stories on both databases, in a town of its own with the whole house around it. */
export function describeInTown(name: string, stories: (town: () => Town) => void): void {
  describeOnEachDatabase(name, (database, driver) => {
    let opened: (Town & { close(): Promise<void> }) | undefined
    beforeAll(async () => {
      opened = await openTown(database(), driver)
    })
    afterAll(() => opened?.close())
    const town = () => {
      if (!opened) throw new Error('the town is open inside tests only')
      return opened
    }
    stories(town)
    // Whatever the stories did to matters of whichever kind, the events alone tell it again.
    test('every matter and every request at the gate is what its events say', async () => {
      await town().caughtUp()
      await expectReplay(town(), name)
    })
  })
}

export async function openTown(
  database: Database,
  driver: Driver,
  settings: Readonly<Record<string, string>> = {},
): Promise<Town & { close(): Promise<void> }> {
  const clock = testClock(START)
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-town-'))
  const config = readConfig({ MODE: 'demo', DATA_DIR: folder, LOG_LEVEL: 'error', ...settings })
  const faults: string[] = []
  const log = createLog(config, collecting(faults))
  const keyring = openKeyring({
    masterKey: new Uint8Array(32).fill(7),
    store: databaseKeyStore(database),
    ...{ clock, log },
  })
  await addTenant(database, {
    ...{ id: TENANT, code: DISTRICT, name: '皇姑区', nameEn: 'Huanggu', numberPrefix: 'HG' },
    validFrom: '2020-01-01',
  })
  const vault = await openFileVault({ root: join(folder, 'files'), keyring })
  const sessionSecret = new Uint8Array(32).fill(9)
  const played = openPlayedClock({ file: join(folder, 'demo-clock.json'), wall: clock })
  const app = await createApp({
    ...{ config, log, database, keyring, vault, sessionSecret },
    ...{ clock: played, wall: clock },
  })
  const inside = <T>(work: (tx: Tx) => Promise<T>, tenant = TENANT) =>
    inTenant(app.world, tenant, systemActor('scenario'), work)
  const rows = <T>(query: string) => inside(async (tx) => (await sql.raw<T>(query).execute(tx.db)).rows)
  await inside(fill)
  const as = signedIn(app)
  const anybody = new Person(app)
  const versionOf = async (caseId: string) => {
    const [row] = await rows<{ version: number }>(
      `select version from grid_case where tenant = 1 and id = '${caseId}'`,
    )
    return row?.version ?? 0
  }
  return {
    ...{ app, clock, driver, as, inside, rows, versionOf, faults },
    anybody,
    follow: (receipt) => follower(app, receipt),
    async report(more) {
      const answer = await anybody.report(more)
      if (answer.status !== 200) throw new Error(`could not report: ${answer.text}`)
      return answer.body
    },
    async step(name, caseId, move, input = {}) {
      const answer = await (await as(name)).move(caseId, {
        move,
        expectedVersion: await versionOf(caseId),
        ...input,
      })
      if (answer.status !== 200) throw new Error(`${name} could not ${move}: ${answer.text}`)
      return answer.body
    },
    now: () => clock.now(),
    async later(milliseconds) {
      clock.advance(milliseconds)
      // The house's own heartbeat may be at the same clock, and then ours steps aside.
      const now = `'${new Date(clock.now()).toISOString()}'`
      const due = `select 1 from clock where tenant = 1 and stopped_at is null and retry_at is null and (fired_at is null and due_at <= ${now} or rung_at <= ${now} or again_at <= ${now} or duty_at <= ${now})`
      do await clockJob.run(app.world, TENANT)
      while ((await rows(due)).length > 0)
    },
    async caughtUp() {
      app.pulse.wake()
      for (;;) {
        const head = await inside(headOf)
        const behind = await rows(`select name from subscriber_position where tenant = 1 and seq < ${head}`)
        if (behind.length === 0) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const collecting = (lines: string[]) =>
  new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })

async function fill(tx: Tx): Promise<void> {
  await addPlaces(tx, PLACES)
  await addAreas(tx, AREAS)
  await addUnits(tx, UNITS)
  await addPosts(tx, POSTS)
  await addHoldings(tx, HOLDINGS)
  await addItems(tx, ITEMS)
  // Later than the notices that the house takes in by itself, at a moment that no story knows.
  for (const year of [2026, 2027])
    await addHolidayYear(tx, {
      year,
      version: 2,
      holidays: [`${year}-10-01`],
      makeUpWorkdays: [],
      source: 'scenario',
    })
}
