import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { type Kysely, sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import { readAsSignIn, type Tx } from '../../kernel/tx.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { tokenOf } from './session-cookie.ts'

/** What the sign-in library needs of the platform. */
export interface SignInPorts {
  /** The library's own door to the database: role lianxin_auth, schema auth, nothing else. */
  readonly database: Kysely<unknown>
  readonly secret: string
  readonly publicUrl: string
  readonly clock: { now(): number }
  hashPassword(password: string): Promise<string>
  verifyPassword(stored: string | undefined, password: string): Promise<boolean>
}

const SESSION_SECONDS = 12 * 3_600
/** A session that is used after this long is extended. */
const EXTEND_SECONDS = SESSION_SECONDS / 4
const FAILURES_ALLOWED = 8
const LOCK_MS = 15 * 60_000

/** Authentication only: who an account is. What it may do comes from posts, never from here. */
export function createSignIn(ports: SignInPorts) {
  const { database, clock } = ports
  const auth = betterAuth({
    database: { db: database as Kysely<Record<string, never>>, type: 'postgres' },
    secret: ports.secret,
    baseURL: ports.publicUrl,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: ports.hashPassword,
        verify: ({ hash, password }) => ports.verifyPassword(hash, password),
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: EXTEND_SECONDS },
    advanced: {
      cookiePrefix: 'lianxin',
      useSecureCookies: ports.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: () => uuidV7(clock.now()) },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[a-z0-9.]+$/.test(name),
      }),
    ],
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

  const target = (name: string) =>
    createHmac('sha256', ports.secret).update(`sign-in/${name.toLowerCase()}`).digest().subarray(0, 16)

  async function isLocked(name: string): Promise<boolean> {
    const { rows } =
      await sql`select 1 from sign_in_attempt where target = ${target(name)} and locked_until > ${at(clock.now())}`.execute(
        database,
      )
    return rows.length > 0
  }

  /** Counts failures of a quarter of an hour; the eighth locks the name for another quarter. */
  async function noteFailure(name: string): Promise<void> {
    const now = clock.now()
    await sql`
      insert into sign_in_attempt as a (target, failures, first_at) values (${target(name)}, 1, ${at(now)})
      on conflict (target) do update set
        failures = case when a.first_at < ${at(now - LOCK_MS)} then 1 else a.failures + 1 end,
        first_at = case when a.first_at < ${at(now - LOCK_MS)} then excluded.first_at else a.first_at end,
        locked_until = case when a.first_at >= ${at(now - LOCK_MS)} and a.failures + 1 >= ${FAILURES_ALLOWED} then ${at(now + LOCK_MS)} else a.locked_until end`.execute(
      database,
    )
  }

  return {
    /** The cookies of a new session, or why there is none. Names that do not exist cost the same time. */
    async signIn(
      name: string,
      password: string,
    ): Promise<{ cookies: readonly string[] } | 'auth.wrong' | 'auth.locked'> {
      if (await isLocked(name)) return 'auth.locked'
      const response = await auth.api
        .signInUsername({ body: { username: name, password }, headers: new Headers(), asResponse: true })
        .catch(() => undefined)
      if (!response?.ok) {
        await noteFailure(name)
        return 'auth.wrong'
      }
      await sql`delete from sign_in_attempt where target = ${target(name)}`.execute(database)
      return { cookies: response.headers.getSetCookie() }
    },
    async signOut(cookie: string): Promise<readonly string[]> {
      const response = await auth.api
        .signOut({ headers: new Headers({ cookie }), asResponse: true })
        .catch(() => undefined)
      return response?.headers.getSetCookie() ?? []
    },
    /** The token of a cookie that carries our signature. Whether its session still stands only the database knows. */
    tokenOf: (cookie: string | undefined) => (cookie ? tokenOf(cookie, ports.secret) : undefined),
    /**
     * The account of a session that need not be extended yet, in somebody's transaction, where the library takes looks and
     * transactions of its own. From here on it is whom the transaction reads as, so that its posts can be asked for in the same breath.
     */
    async freshAccount(tx: Tx, token: string): Promise<string | undefined> {
      const stillFresh = clock.now() + (SESSION_SECONDS - EXTEND_SECONDS) * 1000
      const [row] = await readAsSignIn(
        tx,
        sql<{ id: string }>`
          select set_config('app.reader', s."userId"::text, true) as id from auth.session s
          where s.token = ${token} and s."expiresAt" > ${at(stillFresh)}`,
      )
      return row?.id
    },
    /** The account of any session cookie: to be extended, ended, forged — that is the library's business. */
    async accountOf(cookie: string): Promise<string | undefined> {
      const session = await auth.api.getSession({ headers: new Headers({ cookie }) })
      return session?.user.id
    },
    /** Adds accounts that share a password; answers how many are new. One that exists keeps the password it has. */
    async addAccounts(
      accounts: readonly { readonly id: string; readonly username: string }[],
      password: string,
    ): Promise<number> {
      const now = at(clock.now())
      const rows = accounts.map((one) => ({ ...one, credential: uuidV7(clock.now()) }))
      // One statement: nobody is ever there without a password.
      const { numAffectedRows } = await sql`
        with given as (
          select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, username text, credential uuid)
        ), made as (
          insert into "user" (id, name, email, "emailVerified", username, "displayUsername", "createdAt", "updatedAt")
          select id, username, id || '@account.invalid', false, username, username, ${now}, ${now} from given
          on conflict do nothing returning id
        )
        insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
        select g.credential, g.id::text, 'credential', g.id, ${await ports.hashPassword(password)}::text, ${now}, ${now}
        from made join given g on g.id = made.id`.execute(database)
      return Number(numAffectedRows ?? 0n)
    },
  }
}

export type SignIn = ReturnType<typeof createSignIn>
