import { type PlaceHit, placeRoutes, toHalfWidth } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { atMost, withinCode } from '../../../kernel/sql-values.ts'
import { tenantOf } from '../../../kernel/tenant.ts'

const MOST = 20

/** Characters that LIKE reads as more than themselves. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * Communities, compounds, buildings and streets whose name or address holds the words. A district has a few thousand of
 * them, so a scan within the tenant answers in milliseconds; LIKE is not leakproof and could not use an index here anyway.
 */
export const searchPlaces = query<typeof placeRoutes.search>({
  route: placeRoutes.search,
  permit: 'public.read',
  async view(tx, _permit, { query: { q } }) {
    const { code } = await tenantOf(tx)
    const pattern = `%${literal(toHalfWidth(q).trim()).replace(/\s+/g, '%')}%`
    const { rows } = await sql<
      Omit<PlaceHit, 'point' | 'nameEn' | 'addressEn'> & {
        name_en: string
        address_en: string
        lon: number
        lat: number
      }
    >`
      select * from (
        select 'community' as kind, null::uuid as id, p.code, p.name, p.name_en, s.name || p.name as address, s.name_en as address_en, a.label_lon as lon, a.label_lat as lat, 0 as rank
        from place p join place s on s.code = p.parent_code join place_area a on a.code = p.code
        where p.level = 'community' and ${withinCode(sql.ref('p.code'), code)} and (s.name || p.name like ${pattern} or p.name_en ilike ${pattern})
        union all
        select 'compound', c.id, c.community_code, c.name, c.name_en, p.name || c.name, p.name_en, c.label_lon, c.label_lat, 1
        from compound c join place p on p.code = c.community_code where c.tenant = ${tx.tenant} and (p.name || c.name like ${pattern} or c.name_en || ', ' || p.name_en ilike ${pattern})
        union all
        select 'building', b.id, b.grid_code, c.name || b.name, b.name_en || ', ' || c.name_en, b.address, p.name_en, b.label_lon, b.label_lat, 2
        from building b join compound c on c.tenant = b.tenant and c.id = b.compound_id join place p on p.code = b.community_code where b.tenant = ${tx.tenant} and (b.address like ${pattern} or c.name || b.name like ${pattern} or b.name_en || ', ' || c.name_en ilike ${pattern} or c.name_en || ' ' || b.name_en ilike ${pattern})
        union all
        select 'street', t.id, t.community_code, t.name, t.name_en, p.name || t.name, p.name_en, ST_X(ST_PointOnSurface(t.line)), ST_Y(ST_PointOnSurface(t.line)), 3
        from street t join place p on p.code = t.community_code where t.tenant = ${tx.tenant} and (p.name || t.name like ${pattern} or t.name_en ilike ${pattern})
      ) hits order by rank, length(name), name limit ${atMost(MOST)}`.execute(tx.db)
    return {
      answer: rows.map(({ kind, id, code: at, name, address, lon, lat, ...english }) => ({
        kind,
        id,
        code: at,
        name,
        nameEn: english.name_en,
        address,
        addressEn: english.address_en,
        point: { lon, lat },
      })),
      subjects: [],
    }
  },
})
