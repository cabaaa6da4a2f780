import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import type { Tx } from '../../kernel/tx.ts'
import { systemClock } from '../../platform/clock.ts'
import { hashPassword, verifyPassword } from '../../platform/crypto/password.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { createSignIn, type SignIn } from './sign-in.ts'

const SECRET = 'a secret that only this test knows, long enough for everybody'
const HOUR = 3_600_000

describeOnEachDatabase('the account of a session', (database) => {
  let signIn: SignIn
  let cookie = ''
  const id = randomUUID()
  const moveEnd = (hours: number) =>
    sql`update session set "expiresAt" = ${new Date(Date.now() + hours * HOUR).toISOString()}::timestamptz`.execute(
      database().auth,
    )
  const endsIn = async () => {
    const { rows } = await sql<{ end: Date }>`select "expiresAt" as end from session`.execute(database().auth)
    return ((rows[0]?.end.getTime() ?? 0) - Date.now()) / HOUR
  }

  beforeAll(async () => {
    signIn = createSignIn({
      ...{ database: database().auth, secret: SECRET, publicUrl: 'https://lianxin.example' },
      ...{ clock: systemClock, hashPassword, verifyPassword },
    })
    await signIn.addAccounts([{ id, username: 'somebody' }], 'correct horse battery')
    const signedIn = await signIn.signIn('somebody', 'correct horse battery')
    if (typeof signedIn === 'string') throw new Error(signedIn)
    cookie = signedIn.cookies.map((one) => one.split(';')[0]).join('; ')
  })

  test('is told from the cookie that signing in gave, among other cookies too', async () => {
    expect(await signIn.accountOf(cookie)).toBe(id)
    expect(await signIn.accountOf(`lianxin_post=x; ${cookie}; other=1`)).toBe(id)
  })

  test('is read in somebody else’s transaction while it is fresh, which reads as this account from there on', async () => {
    const token = signIn.tokenOf(cookie)
    if (token === undefined) throw new Error('the cookie was not read')
    const reads = async (hours: number, given = token) => {
      await moveEnd(hours)
      return inTransaction(
        database(),
        "set local role lianxin_app; set local app.reader = 'system'",
        async (db) => {
          const account = await signIn.freshAccount({ db } as unknown as Tx, given)
          const { rows } = await sql<{ reader: string; role: string }>`
          select current_setting('app.reader') as reader, current_user as role`.execute(db)
          return { account, ...rows[0] }
        },
      )
    }
    const nobody = { account: undefined, reader: 'system', role: 'lianxin_app' }
    expect(await reads(9.5)).toEqual({ account: id, reader: id, role: 'lianxin_app' })
    expect(await reads(8.5)).toEqual(nobody)
    expect(await reads(9.5, `${token}x`)).toEqual(nobody)
  })

  test('is nobody for a cookie whose token or signature was changed, or that is no cookie of ours', async () => {
    const [name = '', value = ''] = cookie.split('=')
    const swapped = value.startsWith('A') ? `B${value.slice(1)}` : `A${value.slice(1)}`
    const unsigned = decodeURIComponent(value).split('.')[0]
    for (const forged of [swapped, `${unsigned}`, `${unsigned}.AAAA`, '%E0%A4%A', ''])
      expect([await signIn.accountOf(`${name}=${forged}`), signIn.tokenOf(`${name}=${forged}`)]).toEqual([
        undefined,
        undefined,
      ])
    expect(signIn.tokenOf(undefined)).toBeUndefined()
  })

  test('is the same after three hours, and the session is extended then and not before', async () => {
    await moveEnd(9.5)
    expect(await signIn.accountOf(cookie)).toBe(id)
    expect(await endsIn()).toBeCloseTo(9.5, 1)
    await moveEnd(8.5)
    expect(await signIn.accountOf(cookie)).toBe(id)
    expect(await endsIn()).toBeCloseTo(12, 1)
  })

  test('is nobody once the session has ended', async () => {
    await moveEnd(-0.1)
    expect(await signIn.accountOf(cookie)).toBeUndefined()
  })
})
