import type { DistrictFile } from '@lianxin/contract'
import { PROVINCIAL_ITEMS, readDivisions, stableId } from '@lianxin/demo'
import { sql } from 'kysely'
import { catalogueItems } from './catalogue-items.ts'
import { chunks } from './chunks.ts'
import { holidayYears } from './holiday-years.ts'
import { systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { must } from './kernel/refused.ts'
import { runCommand } from './kernel/run-command.ts'
import { ownCall } from './kernel/run-due.ts'
import { inTenant, type Tx } from './kernel/tx.ts'
import type { SignIn } from './modules/account/index.ts'
import { addHolidayYear } from './modules/case/index.ts'
import { addItems } from './modules/catalogue/index.ts'
import { addHoldings, addPosts, addUnits, type FilePlan, plansOfFile } from './modules/org/index.ts'
import { addAreas, addPlaces } from './modules/place/index.ts'
import { addPackagedDuties } from './packaged-duties.ts'
import type { Database } from './platform/database/database.ts'
import { addTenant } from './platform/tenants.ts'

export type SetUp = {
  readonly world: World
  readonly database: Database
  readonly signIn: Pick<SignIn, 'addAccounts'>
  readonly newPassword: () => string
  readonly tell: (step: string) => void
}
const ACTOR = systemActor('setUp')

export type NewAccount = { readonly username: string; readonly password: string; readonly title: string }

/**
 * Sets up a district as its file describes it, or adds what a longer file has more: places of the national list, areas,
 * units, posts, holders, accounts, the provincial catalogue and the published holidays. Ids follow from codes and what
 * exists stays as it is, so a run that was cut off is simply repeated. Returns the accounts that are new, once.
 */
export async function setUpDistrict(
  { world, database, signIn, newPassword, tell }: SetUp,
  file: DistrictFile,
): Promise<readonly NewAccount[]> {
  const tenant = await tenantFor(database, file.district, world.clock.now())
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, ACTOR, work)
  const idOf = (kind: 'unit' | 'post' | 'account', code: string) =>
    stableId(kind, `${file.district.code}/${code}`)

  tell('divisions')
  for (const rows of chunks(readDivisions())) await inside((tx) => addPlaces(tx, rows))
  for (const rows of chunks(file.places)) await inside((tx) => addPlaces(tx, rows))
  tell('areas')
  for (const rows of chunks(file.places, 200)) await inside((tx) => addAreasOf(tx, rows))
  tell('units and posts')
  await inside((tx) =>
    addUnits(
      tx,
      file.units.map(({ parent, ...unit }) => ({
        ...unit,
        id: idOf('unit', unit.code),
        parentId: parent ? idOf('unit', parent) : null,
      })),
    ),
  )
  for (const rows of chunks(file.posts)) {
    await inside(async (tx) => {
      await addPosts(
        tx,
        rows.map((post) => ({ ...post, id: idOf('post', post.code), unitId: idOf('unit', post.unit) })),
      )
      await addHoldings(
        tx,
        rows.map(({ code, username, holder }) => ({
          id: idOf('post', `${code}/holding`),
          postId: idOf('post', code),
          accountId: username ? idOf('account', username) : null,
          holderName: holder,
        })),
      )
    })
    for (const plan of rows.flatMap((post) => plansOfFile(planOf(post, idOf))))
      await runCommand(world, plan, ownCall(tenant, ACTOR))
  }
  tell('catalogue and calendar')
  await inside(async (tx) => {
    for (const year of holidayYears()) await addHolidayYear(tx, year)
    await addItems(tx, catalogueItems(PROVINCIAL_ITEMS))
    await addPackagedDuties(tx)
  })
  tell('accounts')
  const made: NewAccount[] = []
  for (const [username, title] of usernamesOf(file)) {
    const password = newPassword()
    const added = await signIn.addAccounts([{ id: idOf('account', username), username }], password)
    if (added > 0) made.push({ username, password, title })
  }
  return made
}

/** What a file says of a post beforehand. */
function planOf(
  { code, next, acting }: DistrictFile['posts'][number],
  idOf: (kind: 'post' | 'account', code: string) => string,
): FilePlan {
  const coming = ({ holder, username, from }: { holder: string; username?: string; from: string }) => ({
    id: idOf('post', `${code}/${from}/${holder}`),
    accountId: username ? idOf('account', username) : null,
    ...{ holderName: holder, from: Date.parse(from) },
  })
  const ends = acting && {
    endId: idOf('post', `${code}/${acting.until}/${acting.holder}/ends`),
    until: Date.parse(acting.until),
  }
  return {
    ...{ postId: idOf('post', code), next: next && coming(next) },
    acting: acting && ends && { ...coming(acting), ...ends },
  }
}

/** One account may hold several posts; it is told by the first. */
const usernamesOf = ({ posts }: DistrictFile): ReadonlyMap<string, string> =>
  new Map(
    posts
      .toReversed()
      .flatMap(({ username, next, acting, title }) =>
        [acting?.username, next?.username, username].flatMap((one) => (one ? [[one, title] as const] : [])),
      ),
  )

async function tenantFor(
  database: Database,
  { code, name, nameEn, numberPrefix }: DistrictFile['district'],
  now: number,
): Promise<number> {
  const find = async () => {
    const { rows } = await sql<{ id: number }>`
      select id from tenant where code = ${code} and valid_to is null`.execute(database.owner)
    return rows[0]?.id
  }
  const known = await find()
  if (known !== undefined) return known
  const prefix = await sql`select 1 from tenant where number_prefix = ${numberPrefix}`.execute(database.owner)
  if (prefix.rows.length > 0)
    throw new Error(`The number prefix ${numberPrefix} belongs to another district: choose another.`)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(id), 0) + 1 as next from tenant`.execute(database.owner)
  const validFrom = new Date(now).toISOString().slice(0, 10)
  await addTenant(database, { id: Number(rows[0]?.next), code, name, nameEn, numberPrefix, validFrom })
  return must(await find(), { refusal: 'server.fault' })
}

async function addAreasOf(tx: Tx, places: readonly DistrictFile['places'][number][]): Promise<void> {
  const rows = places.flatMap(({ code, area, households }) =>
    area ? [{ code, geometry: area, households: households ?? null }] : [],
  )
  if (rows.length === 0) return
  const { rows: labels } = await sql<{ code: string; valid: boolean; lon: number; lat: number }>`
    select r.code, ST_IsValid(g.shape) as valid, ST_X(ST_PointOnSurface(g.shape)) as lon, ST_Y(ST_PointOnSurface(g.shape)) as lat
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, geometry jsonb),
      lateral (select ST_SetSRID(ST_GeomFromGeoJSON(r.geometry::text), 4490) as shape) g`.execute(tx.db)
  const broken = labels.find((one) => !one.valid)
  if (broken)
    throw new Error(
      `The area of place ${broken.code} crosses itself: mend it in the map program that it comes from.`,
    )
  const label = new Map(labels.map((one) => [one.code, one]))
  await addAreas(
    tx,
    rows.map((row) => ({
      ...row,
      lon: label.get(row.code)?.lon ?? 0,
      lat: label.get(row.code)?.lat ?? 0,
      synthetic: false,
    })),
  )
}
