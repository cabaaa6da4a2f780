import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { recordRead } from '../../kernel/read-ledger.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { type TestClock, testClock } from '../../platform/clock.ts'
import { addTenant } from '../../platform/tenants.ts'
import { type LedgerVerdict, ledger, verifyLedger } from './index.ts'
import { readColumns } from './read-rows.ts'
import { leafOfRow, type ReadRow } from './seal.ts'

const SEALS = 4
const ROWS = 3
const KEPT = ['read_ledger', 'ledger_seal', 'ledger_sealed_row'] as const

const reader: Actor = {
  kind: 'account',
  accountId: uuidV7(1),
  post: {
    id: uuidV7(1),
    role: 'communitySecretary',
    unitId: uuidV7(1),
    placeCode: '210105001010',
    title: '社区书记',
  },
}

describeOnEachDatabase('checking the ledger', (database) => {
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  const lines: string[] = []
  /** Row ids by seal, from 1. */
  const rows: string[][] = [[]]

  beforeAll(async () => {
    clock = testClock('2026-03-02T09:00:00+08:00')
    world = testWorld(database(), clock)
    for (const id of [1, 2]) {
      await addTenant(database(), {
        id,
        code: `21010${id}`,
        name: '某区',
        nameEn: 'Some District',
        numberPrefix: `L${'AB'[id - 1]}`,
        validFrom: '2020-01-01',
      })
    }
    const room = ledger({ exportSeal: async (_tenant, line) => void lines.push(line) })
    for (let seal = 1; seal <= SEALS; seal += 1) {
      for (let row = 0; row < ROWS; row += 1) {
        clock.advance(1_000)
        await read(1)
      }
      clock.advance(30 * 60_000)
      await room.jobs?.[0]?.run(world, 1)
      const { rows: sealed } = await inside((tx) =>
        sql<{
          id: string
        }>`select read_id as id from ledger_sealed_row where seal = ${seal} order by position`.execute(tx.db),
      )
      rows.push(sealed.map(({ id }) => id))
    }
    await read(1)
    await read(2)
  })

  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, 1, systemActor('test'), work)
  const read = (tenant: number) =>
    inTenant(world, tenant, reader, (tx) =>
      recordRead(tx, 'case.view', 'handleCase', [uuidV7(tx.now), uuidV7(tx.now)]),
    )
  const verify = (exported: readonly string[] = lines): Promise<LedgerVerdict> =>
    inside((tx) => verifyLedger(tx, exported))
  const row = (seal: number, position: number) => rows[seal]?.[position] ?? ''

  /** The verdict after changes that only the owner of the tables can make, by switching off what forbids them; then they are undone. */
  const verdictAfter = async (
    changes: readonly RawBuilder<unknown>[],
    exported: readonly string[] = lines,
  ): Promise<LedgerVerdict> => {
    const undo = new Error('undo')
    let verdict: LedgerVerdict | undefined
    const tampering = database()
      .owner.transaction()
      .execute(async (trx) => {
        await sql`set local app.tenant = 1`.execute(trx)
        for (const table of KEPT)
          await sql`alter table ${sql.table(table)} disable trigger append_only`.execute(trx)
        for (const change of changes) expect((await change.execute(trx)).numAffectedRows).toBeGreaterThan(0n)
        verdict = await verifyLedger({ db: trx, tenant: 1, now: clock.now() } as unknown as Tx, exported)
        throw undo
      })
    await expect(tampering).rejects.toBe(undo)
    if (!verdict) throw undo
    return verdict
  }

  test('a ledger that nobody touched is sound; rows that wait for their seal are no fault', async () => {
    expect(await verify()).toEqual({
      sound: true,
      seals: SEALS,
      rows: SEALS * ROWS,
      exported: SEALS,
      waiting: 1,
    })
    expect(await verify([])).toMatchObject({ sound: true, exported: 0 })
  })

  test.each([
    ['purpose', sql`purpose = 'audit'`],
    ['view', sql`view = 'case.list'`],
    ['account', sql`account = ${uuidV7(1)}::uuid`],
    ['post', sql`post = null`],
    ['unit', sql`unit = null`],
    ['moment, by one microsecond', sql`at = at + interval '1 microsecond'`],
    ['people', sql`subjects = subjects[1:1]`],
    ['order of people', sql`subjects = array[subjects[2], subjects[1]]`],
    ['grouping', sql`same_hash = sha256('x')`],
  ])('a row whose %s was changed is named', async (_, change) => {
    const id = row(2, 1)
    const verdict = await verdictAfter([
      sql`update read_ledger set ${change} where tenant = 1 and id = ${id}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'rowChanged', seal: 2, row: id })
  })

  test('a row that was deleted is named', async () => {
    const verdict = await verdictAfter([sql`delete from read_ledger where tenant = 1 and id = ${row(3, 0)}`])
    expect(verdict).toEqual({ sound: false, fault: 'rowGone', seal: 3, row: row(3, 0) })
  })

  test('of several faults the first is named', async () => {
    const several = [row(4, 0), row(2, 2), row(3, 1)]
    const verdict = await verdictAfter([
      sql`delete from read_ledger where tenant = 1 and id in (${sql.join(several)})`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'rowGone', seal: 2, row: row(2, 2) })
  })

  test('a row that was put in afterwards, dated back, is named', async () => {
    const id = uuidV7(clock.now())
    const verdict = await verdictAfter([
      sql`insert into read_ledger select tenant, ${id}::uuid, at - interval '1 minute', account, post, unit, view, purpose, subjects, same_hash
        from read_ledger where tenant = 1 and id = ${row(1, 0)}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'rowAdded', seal: null, row: id })
  })

  test('a second row under the id of a sealed one does not hide behind it', async () => {
    const verdict = await verdictAfter([
      sql`insert into read_ledger select tenant, id, at + interval '1 minute', account, post, unit, view, purpose, subjects, same_hash
        from read_ledger where tenant = 1 and id = ${row(1, 0)}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'rowChanged', seal: 1, row: row(1, 0) })
  })

  test('whoever changes a row together with its stored hash is caught by the root', async () => {
    const id = row(2, 0)
    const { rows: found } = await inside((tx) =>
      sql<ReadRow>`select ${readColumns} from read_ledger r where r.id = ${id}`.execute(tx.db),
    )
    const [before] = found
    if (!before) throw new Error('the row is there')
    const leaf = leafOfRow(1, { ...before, purpose: 'audit' })
    const verdict = await verdictAfter([
      sql`update read_ledger set purpose = 'audit' where tenant = 1 and id = ${id}`,
      sql`update ledger_sealed_row set leaf = ${leaf} where tenant = 1 and read_id = ${id}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'sealChanged', seal: 2, row: null })
  })

  test('a row cannot be moved to another seal', async () => {
    const verdict = await verdictAfter([
      sql`update ledger_sealed_row set seal = 1, position = 3 where tenant = 1 and read_id = ${row(2, 0)}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'sealChanged', seal: 1, row: null })
  })

  test('a seal that was changed differs from what was exported, and breaks the chain without an export', async () => {
    const change = sql`update ledger_seal set sealed_at = sealed_at - interval '1 day' where tenant = 1 and number = 2`
    expect(await verdictAfter([change])).toEqual({ sound: false, fault: 'exportDiffers', seal: 2, row: null })
    expect(await verdictAfter([change], [])).toEqual({
      sound: false,
      fault: 'sealChanged',
      seal: 3,
      row: null,
    })
  })

  test.each([
    ['in the middle', 2],
    ['at the end', SEALS],
  ])('a seal that is gone %s is named', async (_, number) => {
    const verdict = await verdictAfter([
      sql`delete from ledger_sealed_row where tenant = 1 and seal = ${number}`,
      sql`delete from ledger_seal where tenant = 1 and number = ${number}`,
    ])
    expect(verdict).toEqual({ sound: false, fault: 'sealGone', seal: number, row: null })
  })

  test('an export that was changed, or lacks a line in the middle, is named', async () => {
    const changed = lines.with(1, lines[1]?.replace('"rowCount":3', '"rowCount":2') ?? '')
    expect(await verify(changed)).toEqual({ sound: false, fault: 'exportDiffers', seal: 2, row: null })
    expect(await verify(lines.toSpliced(1, 1))).toEqual({
      sound: false,
      fault: 'exportMissing',
      seal: 2,
      row: null,
    })
    expect(await verify([...lines, ...changed])).toEqual({
      sound: false,
      fault: 'exportDiffers',
      seal: 2,
      row: null,
    })
  })

  test('lines that came twice, half a line of a killed process and lines of another tenant are no fault', async () => {
    const others = [
      lines[1] ?? '',
      lines[2]?.slice(0, 30) ?? '',
      lines[0]?.replace('"tenant":1', '"tenant":2') ?? '',
      '[]',
      'null',
    ]
    expect(await verify([...lines, ...others])).toMatchObject({ sound: true, exported: SEALS })
    expect(await verify(lines.slice(0, -1))).toMatchObject({ sound: true, exported: SEALS - 1 })
  })

  test.each(KEPT)('the application itself cannot change %s', async (table) => {
    const change = inside((tx) => sql`delete from ${sql.table(table)} where tenant = 1`.execute(tx.db))
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })
})
