import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plansOf } from '../../../test/scenarios/explain.ts'
import type { Town } from '../../../test/scenarios/open-town.ts'
import { openTestDatabase } from '../../../test/support/describe-on-each-database.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { readAfter } from '../../kernel/event-store.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import { testClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open-database.ts'
import { addTenant } from '../../platform/tenants.ts'
import { claimMessages } from '../message/store.ts'
import { sealRows } from './jobs.ts'
import { readsOfMine } from './queries/reads-of-mine.ts'

const READS = 40_000
const START = Date.parse('2026-03-02T09:00:00+08:00')
const SUBJECT = uuidV7(START)

describe(`among ${READS} reads, all sealed but the last`, () => {
  let database: Database
  let world: ReturnType<typeof testWorld>

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    world = testWorld(database, testClock(START + READS * 2_000 + 60_000))
    await addTenant(database, {
      id: 1,
      code: '210105',
      name: '皇姑区',
      nameEn: 'Huanggu',
      numberPrefix: 'HG',
      validFrom: '2020-01-01',
    })
    const reader = { tenant: 1, account: uuidV7(1), start: new Date(START).toISOString() }
    await inTenant(world, 1, systemActor('test'), async (tx) => {
      await sql`
        insert into read_ledger (tenant, id, at, account, view, subjects, same_hash)
        select 1, gen_random_uuid(), ${reader.start}::timestamptz + n * interval '2 seconds', ${reader.account}::uuid, 'case.view',
          array[case when n % 2000 = 0 then ${SUBJECT}::uuid else gen_random_uuid() end], sha256(n::text::bytea)
        from generate_series(1, ${READS}::int) as n`.execute(tx.db)
      await sql`
        insert into ledger_sealed_row (tenant, read_id, seal, position, at, leaf)
        select 1, id, n / 500 + 1, n % 500, at, sha256('x') from (select id, at, row_number() over (order by at)::int as n from read_ledger) r
        where n < ${READS}`.execute(tx.db)
      await sql`insert into subject_read (tenant, subject, read_id, at) select 1, unnest(subjects), id, at from read_ledger`.execute(
        tx.db,
      )
      await sql`
        insert into ledger_seal (tenant, number, sealed_at, row_count, root, previous)
        select 1, n, ${reader.start}::timestamptz, 500, sha256('x'), sha256('x') from generate_series(1, ${READS / 500}::int) as n`.execute(
        tx.db,
      )
      await sql`
        insert into message (tenant, id, channel, recipient, body, state, tries, next_try_at, created_at, delivered_at)
        select 1, gen_random_uuid(), 'sms', '\\x01', '\\x01', 'delivered', 1, null, ${reader.start}::timestamptz, ${reader.start}::timestamptz
        from generate_series(1, ${READS}::int)`.execute(tx.db)
    })
    await sql`analyze`.execute(database.owner)
  })
  afterAll(() => database.close())

  /** As the role of the application, which row-level security holds. */
  const plans = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
    plansOf({ app: { world } } as unknown as Town, actor, work)
  const requester: Actor = { kind: 'requester', caseId: uuidV7(1), requesterId: SUBJECT }
  const mine = (tx: Tx) =>
    readsOfMine.view(tx, {} as never, { params: undefined, query: undefined, body: undefined }, null)

  test.each<[string, Actor, (tx: Tx) => Promise<unknown>, number]>([
    // Ten minutes before the last sealed row: 300 rows here, whatever the ledger's age.
    ['the next seal looks at what is new', systemActor('ledger.seal'), sealRows, 1_500],
    ['people read their own reads', requester, mine, 200],
    [
      'delivery looks at waiting messages',
      systemActor('message.deliver'),
      (tx) => claimMessages(tx, 20, 1),
      10,
    ],
    ['the live stream looks at what follows', systemActor('live.feed'), (tx) => readAfter(tx, 10, 200), 10],
  ])('%s, and no table is read from end to end', async (_, actor, work, most) => {
    const found = await plans(actor, work)
    expect(found.length).toBeGreaterThan(0)
    const big = ['read_ledger_2026', 'ledger_sealed_row', 'subject_read', 'message']
    expect(found.flatMap((plan) => plan.scanned).filter((table) => big.includes(table))).toEqual([])
    expect(found.reduce((sum, plan) => sum + plan.looked, 0)).toBeLessThan(most)
  })
})
