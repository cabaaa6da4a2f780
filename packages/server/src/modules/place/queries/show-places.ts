import { type Located, placeRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { gridWorkerName } from '../../org/index.ts'
import { locate } from './locate.ts'
import { extentOf, findPlace } from './look-up-places.ts'

/** What a client needs before anything else: the tenant, where it lies and how this deployment runs. */
export const showConfig = (mode: 'demo' | 'production', version: string) =>
  query<typeof placeRoutes.config>({
    route: placeRoutes.config,
    permit: 'public.read',
    async view(tx) {
      const tenant = await tenantOf(tx)
      const bbox = (await extentOf(tx, tenant.code)) ?? [73, 18, 135, 54]
      const centre: [number, number] = [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2]
      return {
        answer: {
          tenant: { code: tenant.code, name: tenant.name, nameEn: tenant.nameEn, bbox, centre },
          mode,
          version,
        },
        subjects: [],
      }
    },
  })

export const locatePlace = query<typeof placeRoutes.locate>({
  route: placeRoutes.locate,
  permit: 'public.read',
  async view(tx, _permit, { body }) {
    const found = await locate(tx, body)
    const place = async (code: string) => must(await findPlace(tx, code), { refusal: 'place.unknown' })
    const answer: Located = {
      subdistrict: await place(found.communityCode.slice(0, 9)),
      community: await place(found.communityCode),
      grid: found.gridCode ? await place(found.gridCode) : null,
      gridWorker: found.gridCode ? await gridWorkerName(tx, found.gridCode) : null,
      compound: await named(tx, 'compound', found.compoundId),
      building: await named(tx, 'building', found.buildingId),
      point: found.point,
    }
    return { answer, subjects: [] }
  },
})

async function named(
  tx: Tx,
  table: 'compound' | 'building',
  id: string | null,
): Promise<Located['building']> {
  if (id === null) return null
  const { rows } = await sql<NonNullable<Located['building']>>`
    select id, name, name_en as "nameEn" from ${sql.table(table)} where tenant = ${tx.tenant} and id = ${id}`.execute(
    tx.db,
  )
  return rows[0] ?? null
}

export const listChildren = query<typeof placeRoutes.children>({
  route: placeRoutes.children,
  permit: 'public.read',
  async view(tx, _permit, { params }) {
    const { rows } = await sql<Located['community']>`
      select code, name, name_en as "nameEn", level, parent_code as "parentCode" from place where parent_code = ${params.code} and valid_to is null order by code`.execute(
      tx.db,
    )
    return { answer: rows, subjects: [] }
  },
})

export const listCompounds = query<typeof placeRoutes.compounds>({
  route: placeRoutes.compounds,
  permit: 'public.read',
  async view(tx, _permit, { params }) {
    const { rows: compounds } = await sql<{ id: string; name: string; nameEn: string }>`
      select id, name, name_en as "nameEn" from compound where tenant = ${tx.tenant} and community_code = ${params.code} order by name`.execute(
      tx.db,
    )
    const { rows: buildings } = await sql<{
      id: string
      compoundId: string
      name: string
      nameEn: string
      gridCode: string
      floors: number
      entrances: number
    }>`
      select b.id, b.compound_id as "compoundId", b.name, b.name_en as "nameEn", b.grid_code as "gridCode", b.floor_count as floors, b.entrance_count as entrances
      from building b where b.tenant = ${tx.tenant} and b.community_code = ${params.code} order by length(b.name), b.name`.execute(
      tx.db,
    )
    const of = (id: string) =>
      buildings.filter((one) => one.compoundId === id).map(({ compoundId: _, ...building }) => building)
    return { answer: compounds.map((one) => ({ ...one, buildings: of(one.id) })), subjects: [] }
  },
})
