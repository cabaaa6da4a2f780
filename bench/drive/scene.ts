import type pg from 'pg'
import { type Person, signInPeople } from './people.ts'

/** A matter that waits for its community; `taken`: triaged and taken up already, so that all it needs is to be told about. */
export type Waiting = {
  readonly id: string
  readonly version: number
  readonly taken: boolean
  readonly by: Person
}

/** Who asks for what in a measurement: people of one tenant or of many, and what lies within their reach. */
export type Scene = {
  readonly name: 'one' | 'many'
  readonly gridWorkers: readonly Person[]
  readonly desk: readonly Person[]
  readonly smallItem: string
  readonly waiting: readonly Waiting[]
  casesOf(person: Person): readonly string[]
  pointsOf(person: Person): readonly { readonly lon: number; readonly lat: number }[]
  tilesOf(person: Person): readonly string[]
}

const CASES_EACH = 400
const WAITING_AT_MOST = 20_000
const TILE_ZOOMS = [12, 13, 14, 15]

/** Signs the people of a scene in. One tenant: 64 grid workers and about 40 at desks; many: three of each hundred tenants. */
export async function signInScene(
  client: pg.Client,
  port: number,
  password: string,
  scope: { readonly name: 'one' | 'many'; readonly tenants: readonly number[] },
): Promise<{ gridWorkers: readonly Person[]; secretaries: readonly Person[]; others: readonly Person[] }> {
  const one = scope.name === 'one'
  const people = (role: Parameters<typeof signInPeople>[3]['role'], perTenant: number) =>
    signInPeople(client, port, password, { role, tenants: scope.tenants, perTenant })
  return {
    gridWorkers: await people('gridWorker', one ? 64 : 1),
    secretaries: await people('communitySecretary', one ? 12 : 1),
    others: [
      ...(await people('communityWorker', one ? 24 : 1)),
      ...(await people('dispatcher', one ? 3 : 1)),
    ],
  }
}

/** Looks up, as the superuser, what the people of a scene may ask for. */
export async function setScene(
  client: pg.Client,
  name: Scene['name'],
  people: Awaited<ReturnType<typeof signInScene>>,
): Promise<Scene> {
  const desk = [...people.secretaries, ...people.others]
  const cases = new Map<string, readonly string[]>()
  const points = new Map<string, readonly { lon: number; lat: number }[]>()
  for (const person of desk) {
    const within = [person.tenant, person.placeCode]
    const found = await client.query<{ id: string }>(
      `(select id from grid_case where tenant = $1 and place_code >= $2 and place_code < $2 || ':' and open limit ${CASES_EACH / 2})
       union (select id from grid_case where tenant = $1 and place_code >= $2 and place_code < $2 || ':' and not open limit ${CASES_EACH / 2})`,
      within,
    )
    cases.set(
      person.postId,
      found.rows.map((row) => row.id),
    )
    const areas = await client.query<{ lon: number; lat: number }>(
      `select label_lon as lon, label_lat as lat from place_area
       where length(code) = 15 and code in (select distinct place_code from grid_case where tenant = $1)
         and code >= $2 and code < $2 || ':' limit 200`,
      within,
    )
    points.set(person.postId, areas.rows)
  }
  const { rows } = await client.query<{
    id: string
    version: number
    tenant: number
    owner_unit_id: string
    taken: boolean
  }>(
    `select id, version, tenant, owner_unit_id, state = 'handling' as taken from grid_case
     where kind = 'request' and open and state in ('registered', 'handling') and owner_unit_id = any($1)
     order by state = 'handling', random() limit ${WAITING_AT_MOST}`,
    [people.secretaries.map((one) => one.unitId)],
  )
  const secretaryOf = new Map(people.secretaries.map((one) => [`${one.tenant}/${one.unitId}`, one]))
  const item = await client.query<{ code: string }>(
    "select code from item where tenant = 1 and level = 2 and questions = '[]' and 'request' = any(kinds) order by code limit 1",
  )
  const known = <T>(list: ReadonlyMap<string, readonly T[]>, person: Person) => list.get(person.postId) ?? []
  return {
    name,
    gridWorkers: people.gridWorkers,
    desk,
    smallItem: item.rows[0]?.code ?? '',
    waiting: rows.flatMap(({ id, version, tenant, owner_unit_id, taken }) => {
      const by = secretaryOf.get(`${tenant}/${owner_unit_id}`)
      return by ? [{ id, version, taken, by }] : []
    }),
    casesOf: (person) => known(cases, person),
    pointsOf: (person) => known(points, person),
    tilesOf: (person) =>
      known(points, person).flatMap(({ lon, lat }) => TILE_ZOOMS.map((zoom) => tileAt(zoom, lon, lat))),
  }
}

/** Address of the map tile that shows a point (the web's usual square tiles). */
function tileAt(zoom: number, lon: number, lat: number): string {
  const across = 2 ** zoom
  const north = Math.asinh(Math.tan((lat * Math.PI) / 180))
  const x = Math.floor(((lon + 180) / 360) * across)
  const y = Math.floor(((1 - north / Math.PI) / 2) * across)
  return `/api/tiles/${zoom}/${x}/${y}`
}
