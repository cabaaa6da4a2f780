import { sql } from 'kysely'
import { at, uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { Unit } from '../unit.ts'

type Row = {
  id: string
  code: string
  name: string
  name_en: string
  kind: Unit['kind']
  parent_id: string | null
  place_code: string
  hours: Unit['hours']
  roles: Unit['roles'] | null
}

const unit = (row: Row): Unit => ({
  id: row.id,
  code: row.code,
  name: row.name,
  nameEn: row.name_en,
  kind: row.kind,
  parentId: row.parent_id,
  placeCode: row.place_code,
  hours: row.hours,
  staffed: row.roles !== null,
  roles: row.roles ?? [],
})

/**
 * Units in force that a case may concern: by id with whoever is above, by code, the community's own, its subdistrict's, the
 * command centre and the office of the gate. A look-up for commands: no ledger, no permit.
 */
export async function lookUpUnits(
  tx: Tx,
  wanted: { ids: readonly string[]; codes: readonly string[]; communityCode: string },
): Promise<readonly Unit[]> {
  const codes = JSON.stringify(wanted.codes)
  const { rows } = await sql<Row>`
    select u.id, u.code, u.name, u.name_en, u.kind, u.parent_id, u.place_code, u.hours,
      held.roles
    from unit u
    -- Asked unit by unit: an EXISTS here is planned as a hash over every post of the district.
    left join lateral (
      select array_agg(distinct p.role) as roles from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
      where p.tenant = u.tenant and p.unit_id = u.id and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})) held on true
    where u.tenant = ${tx.tenant} and (u.valid_to is null or u.valid_to > ${at(tx.now)}::date) and (
      u.id = any(${uuids(wanted.ids)}) or u.kind in ('commandCentre', 'gateOffice')
      or u.id in (select below.parent_id from unit below where below.tenant = ${tx.tenant} and below.id = any(${uuids(wanted.ids)}))
      or u.code in (select jsonb_array_elements_text(${codes}::jsonb))
      or u.place_code = ${wanted.communityCode} or (u.kind = 'subdistrict' and u.place_code = ${wanted.communityCode.slice(0, 9)}))`.execute(
    tx.db,
  )
  return rows.map(unit)
}

/** Whether a place has a unit of this kind in force. */
export async function hasUnitIn(tx: Tx, kind: Unit['kind'], placeCode: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from unit where tenant = ${tx.tenant} and place_code = ${placeCode} and kind = ${kind}
      and (valid_to is null or valid_to > ${at(tx.now)}::date) limit 1`.execute(tx.db)
  return rows.length > 0
}

/** Names of units by id, retired ones included: history keeps its names. */
export async function unitNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string; nameEn: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; name_en: string }>`
    select id, name, name_en from unit where tenant = ${tx.tenant} and id = any(${uuids([...new Set(ids)])})`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, nameEn: row.name_en }]))
}

/** The name under which the grid worker of a grid serves, posted publicly by law: whoever acts for its holder while somebody does. Null when nobody serves. */
export async function gridWorkerName(tx: Tx, gridCode: string): Promise<string | null> {
  const { rows } = await sql<{ holder_name: string }>`
    select h.holder_name from post p join post_holding h on h.tenant = p.tenant and h.post_id = p.id
    where p.tenant = ${tx.tenant} and p.place_code = ${gridCode} and p.role = 'gridWorker'
      and h.valid_from <= ${at(tx.now)} and (h.valid_to is null or h.valid_to > ${at(tx.now)})
    order by h.acting desc, h.valid_from desc limit 1`.execute(tx.db)
  return rows[0]?.holder_name ?? null
}

/** Names of the departments by code; the catalogue names its lead units by code. */
export async function departmentNames(
  tx: Tx,
): Promise<ReadonlyMap<string, { name: string; nameEn: string }>> {
  const { rows } = await sql<{ code: string; name: string; name_en: string }>`
    select code, name, name_en from unit where tenant = ${tx.tenant} and kind = 'department'`.execute(tx.db)
  return new Map(rows.map((row) => [row.code, { name: row.name, nameEn: row.name_en }]))
}
