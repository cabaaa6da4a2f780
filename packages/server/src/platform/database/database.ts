import type { Kysely } from 'kysely'
import type { DB } from '../../generated/db.ts'

/**
 * One open database, seen through three credentials. Which driver is behind is visible nowhere else.
 *
 * - `app`: the powerless login role. It can do nothing until a transaction's prologue names a role.
 * - `auth`: the sign-in library's door; every connection has the role `lianxin_auth` and its own schema.
 * - `owner`: migrations, maintenance and backup only. Row-level security holds for it as well.
 */
export interface Database {
  readonly driver: 'pglite' | 'postgres'
  readonly app: Kysely<DB>
  readonly auth: Kysely<unknown>
  readonly owner: Kysely<DB>
  /** Whether the owner's credential is known; on a machine that only serves it need not be. */
  readonly hasOwner: boolean
  readonly close: () => Promise<void>
}

/** Whose rights a connection has. */
export type Identity = 'app' | 'auth' | 'owner'

/** The roles that migration 0001 makes. */
export const LOGIN_ROLE = 'lianxin_login'

/**
 * Sent once per connection (or per change of identity): time zone and, for two of the three, the role.
 * The owner's role does not exist before the first migration, hence the look-up.
 */
export const SESSION_SETUP: Readonly<Record<Identity, string>> = {
  app: "set time zone 'UTC'",
  auth: "set time zone 'UTC'; set role lianxin_auth; set search_path = auth",
  owner: `set time zone 'UTC'; select set_config('role', rolname, false) from pg_roles
    where rolname = 'lianxin_owner' and pg_has_role(oid, 'member')`,
}

/**
 * The application's statements are prepared once, and so is their plan: it names indexes by tenant, place and unit, which
 * are the same whoever asks. Weighing it anew for the values of each call took three times as long as reading a list.
 */
export const PLANNED_ONCE = 'set plan_cache_mode = force_generic_plan'
