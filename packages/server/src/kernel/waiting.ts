import { sql } from 'kysely'
import type { World } from './ports.ts'
import { at } from './sql-values.ts'
import { acrossTenants } from './tx.ts'

/** The functions of the database that tell for which tenants there is something to do (migration `tenants-waiting`). */
export type Waiting =
  | 'clocks_waiting'
  | 'openings_waiting'
  | 'handovers_waiting'
  | 'post_changes_waiting'
  | 'messages_waiting'
  | 'gate_requests_waiting'
  | 'rectifications_waiting'
  | 'advice_waiting'
  | 'untrue_answers_waiting'
  | 'reads_waiting'

type Found = { tenant: number }
type Counted = { readonly name: string; readonly basis: number }

/** The tenants for which something waits now, by the district's time. */
export const tenantsWaiting = (world: World, what: Waiting): Promise<readonly number[]> =>
  acrossTenants(world, async (db) => {
    const { rows } =
      await sql<Found>`select tenant from ${sql.id(what)}(${at(world.clock.now())}) as tenant`.execute(db)
    return rows.map(({ tenant }) => tenant)
  })

/** The tenants in which one of these subscribers has not yet dealt with every event, or counted by an older rule. */
export const tenantsBehind = (world: World, subscribers: readonly Counted[]): Promise<readonly number[]> =>
  acrossTenants(world, async (db) => {
    const names = subscribers.map(({ name }) => name)
    const bases = subscribers.map(({ basis }) => basis)
    const { rows } =
      await sql<Found>`select tenant from tenants_behind(${names}, ${bases}) as tenant`.execute(db)
    return rows.map(({ tenant }) => tenant)
  })
