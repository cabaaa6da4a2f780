import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS } from '@lianxin/contract'
import {
  type DemoDistrict,
  demoDistrict,
  earlierLife,
  placeNameEn,
  ROUTING_RULES,
  stableId,
} from '@lianxin/demo'
import { sql } from 'kysely'
import type { App } from './app.ts'
import { catalogueItems } from './catalogue-items.ts'
import { chunks } from './chunks.ts'
import { adviceSteps } from './demo-advice.ts'
import { deliberationSteps } from './demo-deliberations.ts'
import { playDemands } from './demo-demands.ts'
import { playEchoes, playSolved } from './demo-echo.ts'
import { playMatters } from './demo-matters.ts'
import { mediationSteps } from './demo-mediations.ts'
import { rateFromBelow } from './demo-ratings.ts'
import { whistleSteps } from './demo-whistles.ts'
import { addHousing } from './fill-housing.ts'
import { holidayYears } from './holiday-years.ts'
import { systemActor } from './kernel/actor.ts'
import { Refused } from './kernel/refused.ts'
import { inTenant, type Tx } from './kernel/tx.ts'
import { addHolidayYear } from './modules/case/index.ts'
import { addItems } from './modules/catalogue/index.ts'
import { addHoldings, addPosts, addUnits } from './modules/org/index.ts'
import { addAreas, addPlaces } from './modules/place/index.ts'
import { addRoutingSet } from './modules/routing/index.ts'
import { newPassword } from './new-password.ts'
import { addPackagedDuties } from './packaged-duties.ts'
import type { Database } from './platform/database/database.ts'
import { addTenant } from './platform/tenants.ts'

export const DEMO_TENANT = 1
/** The name under which the password of all accounts that are not printed is kept. */
const CAST = '*'
/** Longer than the year that a month is compared with. */
const FOUNDED_BEFORE_MS = 460 * DAY_MS

export type DemoAccountLine = {
  readonly username: string
  readonly password: string
  readonly title: string
  readonly titleEn: string
}

/**
 * Fills an empty database with the demonstration district. Every row has a stable id and nothing is overwritten, so a
 * start that was killed half-way is simply repeated. Returns the accounts to print.
 */
export async function openDemoDistrict(
  app: App,
  database: Database,
  dataDir: string,
  tell: (step: string) => void,
): Promise<readonly DemoAccountLine[]> {
  await addTenant(database, {
    id: DEMO_TENANT,
    code: '210105',
    name: '皇姑区',
    nameEn: 'Huanggu District',
    numberPrefix: 'HG',
    validFrom: '2020-01-01',
  })
  const demo = demoDistrict()
  const keys = join(dataDir, 'keys')
  const passwords = {
    ...(await demoPasswords(
      join(keys, 'demo-accounts.json'),
      demo.accounts.map((account) => account.username),
    )),
    // Not printed: `npm run demo:play` reads it from the file.
    ...(await demoPasswords(join(keys, 'demo-cast.json'), [CAST])),
  }
  // The district was there before its matters: posts and items are in force since then.
  const founded = app.world.clock.now() - FOUNDED_BEFORE_MS
  const inside = <T>(work: (tx: Tx) => Promise<T>) =>
    inTenant({ ...app.world, clock: { now: () => founded } }, DEMO_TENANT, systemActor('demo'), work)
  const opened = await inside(isFilled)
  if (!opened) {
    tell('places of Liaoning')
    for (const rows of chunks(demo.divisions))
      await inside((tx) =>
        addPlaces(
          tx,
          rows.map((division) => ({ ...division, nameEn: placeNameEn(division) })),
        ),
      )
    tell('areas and buildings of 皇姑区')
    await fillPlaces(inside, demo)
    tell('units, posts and accounts')
    await fillPeople(inside, app, demo, passwords)
    await inside(async (tx) => {
      for (const year of holidayYears()) await addHolidayYear(tx, year)
      await addItems(tx, catalogueItems(demo.catalogue))
      await addRoutingSet(tx, { version: 1, effectiveFrom: tx.now }, [...ROUTING_RULES])
      await addPackagedDuties(tx)
      await rateFromBelow(tx, demo, app.world.clock.now())
    })
  }
  try {
    await tellPast(app, demo, tell)
  } catch (error) {
    // A folder that an earlier version filled has another past under the same ids. It is as good, and is not told twice.
    if (!opened || !(error instanceof Refused)) throw error
    tell('nothing more, an earlier version told its matters')
  }
  const posts = new Map(demo.posts.map((post) => [post.id, post]))
  return demo.accounts.map(({ username, postIds }) => {
    const post = posts.get(postIds[0] ?? '')
    return {
      username,
      password: passwords[username] ?? '',
      title: post?.title ?? '',
      titleEn: post?.titleEn ?? '',
    }
  })
}

/** What happened in the district before it was opened. Telling it again changes nothing. */
async function tellPast(app: App, demo: DemoDistrict, tell: (step: string) => void): Promise<void> {
  const now = app.world.clock.now()
  const wall = { world: app.world, vault: app.vault, tenant: DEMO_TENANT, demo, now }
  const idOfMatter = (name: string) => stableId('matter', name)
  const idOfSolved = (name: string) => stableId('matter', `solved/${name}`)
  tell('the year before')
  const idOfEarlier = (name: string) => stableId('matter', `earlier/${name}`)
  await playMatters(app.world, DEMO_TENANT, { ...demo, ...earlierLife(demo, now) }, idOfEarlier, now)
  tell('matters of the last weeks')
  await playSolved(wall, idOfSolved)
  tell('matters of the last days')
  const told = { tenant: DEMO_TENANT, demo, idOf: idOfMatter, now }
  const besides = [
    ...deliberationSteps(told),
    ...whistleSteps(told),
    ...mediationSteps(told),
    ...adviceSteps(told),
  ]
  await playMatters(app.world, DEMO_TENANT, demo, idOfMatter, now, besides)
  tell('the echo wall')
  await playEchoes(wall, idOfMatter, idOfSolved)
  tell('the burden gate')
  await playDemands(wall)
}

type Inside = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

async function isFilled(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from item where tenant = ${tx.tenant} limit 1`.execute(tx.db)
  return rows.length > 0
}

async function fillPlaces(inside: Inside, demo: DemoDistrict): Promise<void> {
  const grids = demo.places.filter((place) => place.level === 'grid')
  for (const rows of chunks(grids)) await inside((tx) => addPlaces(tx, rows))
  for (const rows of chunks(demo.places, 400)) {
    await inside((tx) =>
      addAreas(
        tx,
        rows.map((place) => ({
          code: place.code,
          geometry: place.geometry,
          lon: place.labelPoint[0],
          lat: place.labelPoint[1],
          households: place.households,
          synthetic: true,
        })),
      ),
    )
  }
  await inside((tx) => addHousing(tx, demo))
}

async function fillPeople(
  inside: Inside,
  app: App,
  demo: DemoDistrict,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  await inside((tx) => addUnits(tx, demo.units))
  const accountOf = new Map(
    [...demo.accounts, ...demo.cast].flatMap((account) =>
      account.postIds.map((post) => [post, account.id] as const),
    ),
  )
  for (const rows of chunks(demo.posts)) {
    await inside(async (tx) => {
      await addPosts(tx, rows)
      await addHoldings(
        tx,
        rows.map((post) => ({
          id: stableId('post', `${post.code}/holding`),
          postId: post.id,
          accountId: accountOf.get(post.id) ?? null,
          holderName: post.holder.personName,
        })),
      )
    })
  }
  for (const account of demo.accounts)
    await app.signIn.addAccounts([account], passwords[account.username] ?? '')
  for (const rows of chunks(demo.cast, 500)) await app.signIn.addAccounts(rows, passwords[CAST] ?? '')
}

/** Fresh passwords at first start, kept beside the keys so that a start killed half-way ends with the ones it printed. */
async function demoPasswords(path: string, usernames: readonly string[]): Promise<Record<string, string>> {
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
  const passwords = Object.fromEntries(usernames.map((username) => [username, newPassword()]))
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await writeFile(path, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  return passwords
}
