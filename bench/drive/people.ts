import type pg from 'pg'
import { openConnection } from './http-connection.ts'

/** A signed-in member of staff, as the generator knows one. */
export type Person = {
  readonly tenant: number
  readonly tenantCode: string
  readonly postId: string
  readonly unitId: string
  readonly placeCode: string
  readonly cookie: string
}

export type Role = 'gridWorker' | 'communitySecretary' | 'communityWorker' | 'dispatcher'

type Row = {
  tenant: number
  code: string
  account_id: string
  username: string
  post_id: string
  unit_id: string
  place_code: string
}

/**
 * Signs people of a role in over HTTP, those first whose place has most open matters. Each comes from an address of
 * the own, as people do, so that the limit of tries for one address is not met.
 */
export async function signInPeople(
  client: pg.Client,
  port: number,
  password: string,
  { role, tenants, perTenant }: { role: Role; tenants: readonly number[]; perTenant: number },
): Promise<readonly Person[]> {
  const { rows } = await client.query<Row>(
    `select * from (
       select h.tenant, t.code, h.account_id, u.username, p.id as post_id, p.unit_id, p.place_code,
         row_number() over (partition by h.tenant order by busy.n desc nulls last, p.id) as rank
       from post_holding h
       join post p on p.tenant = h.tenant and p.id = h.post_id
       join tenant t on t.id = h.tenant
       join auth."user" u on u.id = h.account_id
       left join lateral (select count(*) as n from grid_case c where c.tenant = p.tenant and c.open
         and c.place_code >= p.place_code and c.place_code < p.place_code || ':') busy on true
       where p.role = $1 and h.tenant = any($2)) s
     where rank <= $3 order by rank, tenant`,
    [role, tenants, perTenant],
  )
  const line = await openConnection(port)
  const people: Person[] = []
  for (const [index, row] of rows.entries()) {
    const answer = await line.send({
      method: 'POST',
      path: '/api/auth/sign-in/username',
      headers: { 'x-forwarded-for': addressOf(index) },
      body: JSON.stringify({ username: row.username, password }),
    })
    if (answer.status !== 200)
      throw new Error(`${row.username} could not sign in: ${answer.status} ${answer.body.toString()}`)
    const cookie = [...answer.head.matchAll(/\r\nset-cookie: ([^;\r]+)/gi)].map(([, pair]) => pair).join('; ')
    people.push({
      ...{ tenant: row.tenant, tenantCode: row.code, postId: row.post_id },
      ...{ unitId: row.unit_id, placeCode: row.place_code, cookie },
    })
  }
  line.close()
  return people
}

/** A different address for each number, in the block kept for private networks. */
export const addressOf = (index: number): string =>
  `10.${(index >>> 16) & 255}.${(index >>> 8) & 255}.${index & 255}`
