import { type DemoDistrict, demoDistrict, stableId } from '@lianxin/demo'
import type pg from 'pg'
import { holidayYears } from '../../packages/server/src/holiday-years.ts'
import { systemActor } from '../../packages/server/src/kernel/actor.ts'
import type { World } from '../../packages/server/src/kernel/ports.ts'
import { inTenant, type Tx } from '../../packages/server/src/kernel/tx.ts'
import { addHolidayYear } from '../../packages/server/src/modules/case/index.ts'
import { addItems } from '../../packages/server/src/modules/catalogue/index.ts'
import { addHoldings, addPosts, addUnits } from '../../packages/server/src/modules/org/index.ts'
import {
  addAreas,
  addBuildings,
  addCompounds,
  addPlaces,
  addStreets,
} from '../../packages/server/src/modules/place/index.ts'
import type { Database } from '../../packages/server/src/platform/database/database.ts'
import { addTenant } from '../../packages/server/src/platform/tenants.ts'
import { districtCode, tenantRow } from './tenant-names.ts'

const CHUNK = 1_000
/** The district was there before its oldest matter. */
const FOUNDED = Date.parse('2025-01-01T00:00:00Z')
const EMERGENCY_LEVEL = 5
/** Copies of the district stand in rows, so that no two overlap. */
const STEP_DEGREES = 0.5
const PER_ROW = 20

const slices = <T>(rows: readonly T[]) =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => rows.slice(i * CHUNK, (i + 1) * CHUNK))

/** Fills tenant 1 through the modules' own stores, then copies it inside the database. */
export async function layOutDistricts(
  world: World,
  database: Database,
  superuser: pg.Client,
  tenants: number,
): Promise<DemoDistrict> {
  const demo = demoDistrict()
  for (let tenant = 1; tenant <= tenants; tenant++) await addTenant(database, tenantRow(tenant))
  const inside = (work: (tx: Tx) => Promise<void>) =>
    inTenant({ ...world, clock: { now: () => FOUNDED } }, 1, systemActor('bench'), work)
  for (const rows of slices(demo.divisions)) await inside((tx) => addPlaces(tx, rows))
  for (const rows of slices(demo.places)) await inside((tx) => addPlaces(tx, rows))
  for (const rows of slices(demo.places))
    await inside((tx) =>
      addAreas(
        tx,
        rows.map((place) => ({
          ...{ code: place.code, geometry: place.geometry, households: place.households, synthetic: true },
          ...{ lon: place.labelPoint[0], lat: place.labelPoint[1] },
        })),
      ),
    )
  await inside(async (tx) => {
    await addStreets(tx, demo.streets)
    await addCompounds(
      tx,
      demo.compounds.map((one) => ({ ...one, lon: one.labelPoint[0], lat: one.labelPoint[1] })),
    )
    await addBuildings(
      tx,
      demo.buildings.map((one) => ({
        ...{ ...one, entrances: one.entranceCount },
        ...{ lon: one.labelPoint[0], lat: one.labelPoint[1] },
      })),
    )
    await addUnits(tx, demo.units)
    for (const year of holidayYears()) await addHolidayYear(tx, year)
    await addItems(
      tx,
      demo.catalogue.map((item) => ({
        ...{ ...item, version: 1, leadUnit: item.leadUnitCode },
        level: item.level === 'emergency' ? EMERGENCY_LEVEL : item.level,
      })),
    )
  })
  for (const posts of slices(demo.posts))
    await inside(async (tx) => {
      await addPosts(tx, posts)
      await addHoldings(
        tx,
        posts.map(({ id, code, holder }) => ({
          ...{
            id: stableId('post', `${code}/holding`),
            postId: id,
            accountId: id,
            holderName: holder.personName,
          },
        })),
      )
    })
  for (let tenant = 2; tenant <= tenants; tenant++) await copyDistrict(superuser, tenant)
  return demo
}

/** Tables of the template with the columns that are written anew in a copy. */
async function copyDistrict(client: pg.Client, tenant: number): Promise<void> {
  const code = (column: string) => `'${districtCode(tenant)}' || substr(${column}, 7)`
  const id = (column: string) =>
    `overlay(${column}::text placing '${tenant.toString(16).padStart(8, '0')}' from 1 for 8)::uuid`
  const east = ((tenant - 1) % PER_ROW) * STEP_DEGREES
  const north = Math.floor((tenant - 1) / PER_ROW) * STEP_DEGREES
  const moved = (column: string) => `ST_Translate(${column}, ${east}, ${north})`
  const label = `label_lon + ${east}, label_lat + ${north}`
  const ofDistrict = `code >= '210105' and code < '210105:'`
  // The template's rows have passed every foreign key, and a copy's differ in their codes only.
  await client.query(`begin; set local session_replication_role = replica;
    insert into place (code, level, name, name_en, parent_code, valid_from)
      select '${districtCode(tenant).slice(0, 4)}', 'city', '样本', 'Sample', '21', valid_from from place where code = '21' on conflict do nothing;
    insert into place (code, level, name, name_en, parent_code, valid_from)
      select ${code('code')}, level, name, name_en, case when level = 'district' then '${districtCode(tenant).slice(0, 4)}' else ${code('parent_code')} end, valid_from
      from place where ${ofDistrict} order by length(code);
    insert into place_area select ${code('code')}, ${moved('area')}, ${label}, household_count, synthetic from place_area where ${ofDistrict};
    insert into street select ${tenant}, ${id('id')}, ${code('community_code')}, name, ${moved('line')}, name_en from street where tenant = 1;
    insert into compound select ${tenant}, ${id('id')}, ${code('community_code')}, name, ${moved('area')}, ${label}, name_en from compound where tenant = 1;
    insert into building select ${tenant}, ${id('id')}, ${id('compound_id')}, ${code('community_code')}, ${code('grid_code')}, name, address,
      floor_count, entrance_count, ${moved('footprint')}, ${label}, name_en from building where tenant = 1;
    insert into unit (tenant, id, code, name, name_en, kind, parent_id, place_code, hours, valid_from)
      select ${tenant}, ${id('id')}, case when code like '210105%' then ${code('code')} else code end, name, name_en, kind, ${id('parent_id')},
        ${code('place_code')}, hours, valid_from from unit where tenant = 1 order by length(place_code), (kind = 'commandCentre') desc;
    insert into post (tenant, id, unit_id, role, title, title_en, place_code)
      select ${tenant}, ${id('id')}, ${id('unit_id')}, role, title, title_en, ${code('place_code')} from post where tenant = 1;
    insert into post_holding (tenant, id, post_id, account_id, holder_name, acting, valid_from)
      select ${tenant}, ${id('id')}, ${id('post_id')}, ${id('account_id')}, holder_name, acting, valid_from from post_holding where tenant = 1;
    insert into item select (jsonb_populate_record(item, jsonb_build_object('tenant', ${tenant}))).* from item where tenant = 1;
    commit`)
}
