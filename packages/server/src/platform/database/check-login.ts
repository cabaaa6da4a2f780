import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Why the login role will not do, as a sentence for the person who set up the database. */
export class LoginRefused extends Error {
  override name = 'LoginRefused'
}

interface Powers {
  readonly login: string
  readonly superuser: boolean
  readonly bypasses: boolean
  readonly inherits: boolean
  readonly owns: boolean
  readonly becomesOwner: boolean
  readonly becomesApp: boolean
}

/** In the order in which they matter; the first that applies is told. */
const REASONS: readonly (readonly [(powers: Powers) => boolean, string])[] = [
  [({ superuser }) => superuser, 'it is a superuser'],
  [({ bypasses }) => bypasses, 'it has BYPASSRLS'],
  [({ owns }) => owns, 'it owns tables'],
  [({ becomesOwner }) => becomesOwner, 'it is a member of lianxin_owner'],
  [({ inherits }) => inherits, 'it inherits the rights of its roles: ALTER ROLE … NOINHERIT'],
  [
    ({ becomesApp }) => !becomesApp,
    'it may not become lianxin_app and lianxin_auth: GRANT lianxin_app, lianxin_auth TO …',
  ],
]

const readPowers = async (database: Database): Promise<Powers> => {
  const { rows } = await sql<Powers>`
    select rolname::text as login, rolsuper as superuser, rolbypassrls as bypasses, rolinherit as inherits,
      exists (select from pg_class where relowner = pg_roles.oid) as owns,
      pg_has_role('lianxin_owner', 'member') as "becomesOwner",
      pg_has_role('lianxin_app', 'member') and pg_has_role('lianxin_auth', 'member') as "becomesApp"
    from pg_roles where rolname = session_user`.execute(database.app)
  const [powers] = rows
  if (powers === undefined) throw new LoginRefused('The role in DATABASE_URL is unknown to the database.')
  return powers
}

/** Wrong password, unknown role, no right to connect. */
const NO_ENTRY: readonly unknown[] = ['28P01', '28000', '42501']
const cannotSignIn = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_ENTRY.includes(error.code)

/**
 * Sees that the application signs in as a role that can do nothing by itself: row-level security protects
 * nobody from a superuser. Needs the roles, so call it after migrating.
 */
export const checkLogin = async (database: Database): Promise<void> => {
  const powers = await readPowers(database).catch((error: unknown) => {
    if (!cannotSignIn(error)) throw error
    throw new LoginRefused(
      "The role in DATABASE_URL cannot sign in: let the administrator of the database run ALTER ROLE lianxin_login PASSWORD '…' and put the same password into DATABASE_URL.",
      { cause: error },
    )
  })
  const reason = REASONS.find(([applies]) => applies(powers))
  if (reason !== undefined) {
    throw new LoginRefused(
      `The role ${powers.login} in DATABASE_URL must not be used by the application, because ${reason[1]}. Use lianxin_login, which the first migration makes.`,
    )
  }
}
