import { burdenRoutes, type DutyEntry, type DutyList } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

type Head = Omit<DutyList, 'entries' | 'unit'> & { unitId: string | null; name: string; nameEn: string }
type UnitKind = DutyList['unitKind']

async function listsWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<readonly DutyList[]> {
  const { rows } = await sql<Head>`
    select l.id, l.unit_kind as "unitKind", l.unit_id as "unitId", l.version, l.effective_at as "effectiveAt", u.name, u.name_en as "nameEn"
    from duty_list l left join unit u on u.tenant = l.tenant and u.id = l.unit_id
    where l.tenant = ${tx.tenant} and ${condition}
    order by l.unit_kind, l.unit_id nulls first, l.version desc`.execute(tx.db)
  const { rows: entries } = await sql<DutyEntry & { listId: string }>`
    select e.list_id as "listId", e.code, e.class, e.name, e.name_en as "nameEn", e.item_codes as "itemCodes", e.basis, e.basis_en as "basisEn",
      e.note, e.note_en as "noteEn"
    from duty_entry e where e.tenant = ${tx.tenant}
      and e.list_id in (select (jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb))::uuid)
    order by e.list_id, e.ord`.execute(tx.db)
  return rows.map(({ unitId, name, nameEn, ...head }) => ({
    ...head,
    unit: unitId === null ? null : { id: unitId, name, nameEn },
    entries: entries.filter(({ listId }) => listId === head.id).map(({ listId: _, ...entry }) => entry),
  }))
}

const inForce = (tx: Tx) => sql`l.effective_at <= ${at(tx.now)} and not exists (
  select 1 from duty_list n where n.tenant = l.tenant and n.unit_kind = l.unit_kind and n.unit_id is not distinct from l.unit_id
    and n.version > l.version and n.effective_at <= ${at(tx.now)})`

/** The list that a unit of this kind goes by now: its own, or that of all units of the kind. */
export async function dutyListFor(
  tx: Tx,
  unitKind: UnitKind,
  unitId: string | null,
): Promise<DutyList | undefined> {
  const lists = await listsWhere(
    tx,
    sql`l.unit_kind = ${unitKind} and (l.unit_id is null or l.unit_id = ${unitId}::uuid) and ${inForce(tx)}`,
  )
  return lists.find(({ unit }) => unit !== null) ?? lists[0]
}

/** Lists by id, for demands that were asked under an older version. */
export const dutyListsByIds = (tx: Tx, ids: readonly string[]): Promise<readonly DutyList[]> =>
  listsWhere(tx, sql`l.id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`)

/** The newest words of entries by their codes, of lists in force or not: history keeps its names. */
export async function dutyNames(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Pick<DutyEntry, 'code' | 'name' | 'nameEn'>>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Pick<DutyEntry, 'code' | 'name' | 'nameEn'>>`
    select distinct on (e.code) e.code, e.name, e.name_en as "nameEn"
    from duty_entry e join duty_list l on l.tenant = e.tenant and l.id = e.list_id
    where e.tenant = ${tx.tenant} and e.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
    order by e.code, l.version desc`.execute(tx.db)
  return new Map(rows.map((row) => [row.code, row]))
}

/** The newest version of a list, whether its day has come or not; 0: there is none. */
export async function newestVersion(tx: Tx, unitKind: UnitKind, unitId: string | null): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0)::int as version from duty_list
    where tenant = ${tx.tenant} and unit_kind = ${unitKind} and unit_id is not distinct from ${unitId}::uuid`.execute(
    tx.db,
  )
  return rows[0]?.version ?? 0
}

const answerOf = (lists: readonly DutyList[]) => ({ answer: [...lists], subjects: [] })

export const showDutyLists = query<typeof burdenRoutes.lists>({
  route: burdenRoutes.lists,
  permit: 'public.read',
  view: async (tx) => answerOf(await listsWhere(tx, inForce(tx))),
})

export const showDutyVersions = query<typeof burdenRoutes.versions>({
  route: burdenRoutes.versions,
  permit: 'public.read',
  view: async (tx, _permit, { params: { unitKind } }) =>
    answerOf(await listsWhere(tx, sql`l.unit_kind = ${unitKind}`)),
})
