import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { timestamp } from './parameters.ts'
import { inTransaction, runScript } from './transaction.ts'

const PROLOGUE = 'set local role lianxin_app; set local app.tenant = 1'

describeOnEachDatabase('a transaction with a prologue', (database) => {
  const insert = (name: string) =>
    sql`insert into content (tenant, id, stream_id, field, body, created_at)
        values (1, gen_random_uuid(), gen_random_uuid(), ${name}, '\\x', ${timestamp(0)})`
  const contentOf = (name: string) =>
    inTransaction(database(), PROLOGUE, (trx) =>
      trx.selectFrom('content').select('field').where('field', '=', name).execute(),
    )

  test('has the role, the tenant and READ COMMITTED from its first statement', async () => {
    const { rows } = await inTransaction(database(), PROLOGUE, (trx) =>
      sql`select current_user::text as role, current_setting('app.tenant') as tenant,
          current_setting('transaction_isolation') as isolation`.execute(trx),
    )
    expect(rows).toEqual([{ role: 'lianxin_app', tenant: '1', isolation: 'read committed' }])
  })

  test('keeps what was written when the work succeeds', async () => {
    await inTransaction(database(), PROLOGUE, (trx) => insert('kept').execute(trx))
    expect(await contentOf('kept')).toHaveLength(1)
  })

  test('forgets what was written when the work fails, and passes the failure on', async () => {
    const failing = inTransaction(database(), PROLOGUE, async (trx) => {
      await insert('forgotten').execute(trx)
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    expect(await contentOf('forgotten')).toEqual([])
  })

  test('does not pretend to have committed after an error that the work swallowed', async () => {
    const swallowing = inTransaction(database(), PROLOGUE, async (trx) => {
      await insert('swallowed').execute(trx)
      await sql`select 1 / 0`.execute(trx).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow()
    expect(await contentOf('swallowed')).toEqual([])
  })

  test('leaves no trace of role or tenant on the connection', async () => {
    await inTransaction(database(), PROLOGUE, (trx) => runScript(trx, 'select 1'))
    const { rows } =
      await sql`select current_user::text as role, coalesce(current_setting('app.tenant', true), '') as tenant`.execute(
        database().app,
      )
    expect(rows).toEqual([{ role: 'lianxin_login', tenant: '' }])
  })

  test('a prologue that is refused leaves the connection usable', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const refused = inTransaction(database(), 'set local role lianxin_owner', (trx) =>
        sql`select 1`.execute(trx),
      )
      await expect(refused).rejects.toMatchObject({ code: '42501' })
    }
    expect(await contentOf('nobody')).toEqual([])
  })

  test.each([
    ['is refused', 'set local role lianxin_owner', '42501'],
    ['cannot even be read, so that nothing began', 'set local rôle', '42601'],
  ])('a prologue that %s is told, and nothing that travelled with it happened', async (_, prologue, code) => {
    const statements = inTransaction(database(), prologue, (trx, closeWith) => {
      closeWith(insert('outside'))
      return Promise.all([
        insert('outside').execute(trx),
        sql`select * from content where tenant = ${1}::int`.execute(trx),
      ])
    })
    await expect(statements).rejects.toMatchObject({ code })
    const swallowed = inTransaction(database(), prologue, async (trx) => {
      await insert('outside')
        .execute(trx)
        .catch(() => {})
      return 'a result'
    })
    await expect(swallowed).rejects.toMatchObject({ code })
    expect(await contentOf('outside')).toEqual([])
  })

  test('the tenants of transactions side by side are not mixed, whatever travels together', async () => {
    const seen = await Promise.all(
      Array.from({ length: 24 }, (_, tenant) =>
        inTransaction(
          database(),
          `set local role lianxin_app; set local app.tenant = ${tenant}`,
          async (trx) => {
            const own = () =>
              sql<{ tenant: string }>`select current_setting('app.tenant') as tenant`.execute(trx)
            const answers = [...(await Promise.all([own(), own()])), await own()]
            return answers.every(({ rows }) => rows[0]?.tenant === String(tenant))
          },
        ),
      ),
    )
    expect(seen).toEqual(Array(24).fill(true))
  })

  test('a transaction opened by other means inside the work does not inherit the prologue', async () => {
    const role = (rows: { role: string }[]) => rows[0]?.role
    const who = sql<{ role: string }>`select current_user::text as role`
    let later: Promise<string | undefined> | undefined
    await inTransaction(database(), PROLOGUE, async () => {
      later = database()
        .app.transaction()
        .execute(async (trx) => role((await who.execute(trx)).rows))
    })
    expect(await later).toBe('lianxin_login')
  })

  test('statements that are sent together are executed in their order', async () => {
    const seen = await inTransaction(database(), PROLOGUE, async (trx) => {
      const step = (name: string) => sql`select set_config('app.step', ${name}, true)`.execute(trx)
      const now = () => sql<{ step: string }>`select current_setting('app.step') as step`.execute(trx)
      const answers = await Promise.all([step('one'), now(), step('two'), now()])
      return [answers[1].rows[0]?.step, answers[3].rows[0]?.step]
    })
    expect(seen).toEqual(['one', 'two'])
  })

  test('of statements that are sent together the first that fails is told, and nothing is kept', async () => {
    const failing = inTransaction(database(), PROLOGUE, (trx) =>
      Promise.all([
        insert('together').execute(trx),
        sql`select ${'x'}::int`.execute(trx),
        sql`select 1 / ${0}::int`.execute(trx),
      ]),
    )
    await expect(failing).rejects.toMatchObject({ code: '22P02' })
    expect(await contentOf('together')).toEqual([])
  })

  test('each gets the rows that are its own, whatever their columns are', async () => {
    const seen = await inTransaction(database(), PROLOGUE, (trx) =>
      Promise.all([
        sql`select n, ${'a'}::text as a from generate_series(1, ${2}::int) n`.execute(trx),
        sql`select 1 as nothing where false`.execute(trx),
        insert('between').execute(trx),
        sql`select ${null}::text as a, ${true}::bool as b`.execute(trx),
      ]),
    )
    expect(seen.map(({ rows }) => rows)).toEqual([
      [
        { n: 1, a: 'a' },
        { n: 2, a: 'a' },
      ],
      [],
      [],
      [{ a: null, b: true }],
    ])
    expect(seen[2].numAffectedRows).toBe(1n)
  })

  test('what comes after one that failed is not begun, and can be asked for again', async () => {
    const after = sql`select ${'after'}::text as said`
    const ends = await inTransaction(database(), PROLOGUE, async (trx) => {
      const together = await Promise.allSettled([
        sql`select no_such_column from content where tenant = ${1}::int`.execute(trx),
        after.execute(trx),
      ])
      throw together.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)
    }).catch((codes: unknown) => codes)
    expect(ends).toEqual(['42703', '25P02'])
    expect((await after.execute(database().app)).rows).toEqual([{ said: 'after' }])
  })

  test('the statement that travels with COMMIT is kept with the rest', async () => {
    await inTransaction(database(), PROLOGUE, async (trx, closeWith) => {
      closeWith(insert('closing'))
      await insert('closing').execute(trx)
    })
    expect(await contentOf('closing')).toHaveLength(2)
  })

  test('when it fails, there is no result and nothing is kept', async () => {
    const closing = inTransaction(database(), PROLOGUE, async (trx, closeWith) => {
      await insert('no trace').execute(trx)
      closeWith(sql`select 1 / ${0}::int`)
      return 'a result'
    })
    await expect(closing).rejects.toMatchObject({ code: '22012' })
    expect(await contentOf('no trace')).toEqual([])
  })

  test('a second one is refused, for the first would be lost', async () => {
    const closing = inTransaction(database(), PROLOGUE, async (_, closeWith) => {
      closeWith(insert('first'))
      closeWith(insert('second'))
    })
    await expect(closing).rejects.toThrow('closed by one statement')
    expect(await contentOf('first')).toEqual([])
  })

  test('a statement that comes after the end is refused, and runs in nobody’s transaction', async () => {
    let left: Parameters<Parameters<typeof inTransaction>[2]>[0] | undefined
    await inTransaction(database(), PROLOGUE, async (trx) => {
      left = trx
    })
    if (left) await expect(insert('late').execute(left)).rejects.toThrow('the transaction has ended')
    expect(await contentOf('late')).toEqual([])
  })

  test('a script runs several statements, each seeing the one before', async () => {
    await inTransaction(database(), PROLOGUE, async (trx) => {
      await runScript(trx, "set local app.step = 'one'; set local app.step = 'two'")
      const { rows } = await sql`select current_setting('app.step') as step`.execute(trx)
      expect(rows).toEqual([{ step: 'two' }])
    })
  })

  test('a failing statement does not disturb the answer to the next', async () => {
    const bad = (value: string) => sql`select ${value}::int`.execute(database().app)
    for (const value of ['x', 'y', 'z']) {
      await expect(bad(value)).rejects.toMatchObject({ code: '22P02' })
      expect((await sql`select ${value} as value, 2 as two`.execute(database().app)).rows).toEqual([
        { value, two: 2 },
      ])
    }
  })

  test('many at once all get their turn', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        inTransaction(database(), PROLOGUE, async (trx) => {
          const { rows } = await sql<{ index: number }>`select ${index}::int as index`.execute(trx)
          return rows[0]?.index
        }),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => index))
  })
})
