import {
  type Asking,
  allows,
  isRefusal,
  PERMISSION_NAMES,
  type Permission,
  ROLES,
  type Role,
  ruleOf,
} from '@lianxin/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, asking } from '../../src/kernel/actor.ts'
import { mintPermit, where } from '../../src/kernel/permit.ts'
import { inTenant, type Tx } from '../../src/kernel/tx.ts'
import type { CaseFacts } from '../../src/modules/case/domain/case-facts.ts'
import { casePage } from '../../src/modules/case/queries/case-page.ts'
import { countCases } from '../../src/modules/case/queries/list-cases.ts'
import { caseReach } from '../../src/modules/case/queries/load-case.ts'
import { insertCase, updateCase } from '../../src/modules/case/store.ts'
import { describeInTown, TENANT } from './open-town.ts'
import { COMMUNITIES, DISTRICT, GRIDS, PLACES, UNITS, unitId } from './town.ts'

const CASES = 120
const SEED = 20_260_907
const id = (kind: number, serial: number) =>
  `0000000${kind}-0000-7000-8000-0000${String(serial).padStart(8, '0')}`
const caseIds = Array.from({ length: CASES }, (_, index) => id(7, index + 1))
type Row = { id: string; place_code: string; unit_ids: string[] }

const unit = fc.constantFrom(...UNITS.map((one) => one.id))
const matter = fc.record({
  place: fc.constantFrom(...COMMUNITIES, ...GRIDS),
  owner: fc.option(unit),
  open: fc.boolean(),
  assignments: fc.array(
    fc.record({
      unitId: unit,
      state: fc.constantFrom('sent' as const, 'signed' as const, 'done' as const, 'returned' as const),
      round: fc.nat(1),
    }),
    { maxLength: 4 },
  ),
})
/** Any role at any unit and place, also such as nobody would appoint; a requester; somebody unknown. */
const actors: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        role: fc.constantFrom(...ROLES),
        unit,
        place: fc.constantFrom(...PLACES.map((one) => one.code)),
      })
      .map(
        ({ role, unit: unitId, place: placeCode }): Actor => ({
          ...{ kind: 'account', accountId: id(8, 1) },
          post: { id: id(8, 2), title: '', role: role as Role, unitId, placeCode },
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...caseIds)
      .map((caseId): Actor => ({ kind: 'requester', caseId, requesterId: id(8, 3) })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Actor>(
      { kind: 'anonymous' },
      { kind: 'account', accountId: id(8, 1), post: null },
    ),
  },
)
const BOXES = ['mine', 'unit', 'below', 'all'] as const
const WIDE_HANDLER: Actor = {
  ...{ kind: 'account', accountId: id(8, 1) },
  post: {
    ...{ id: id(8, 2), title: '', role: 'handler', placeCode: DISTRICT },
    unitId: unitId('housing'),
  },
}
const OF_CASES = PERMISSION_NAMES.filter((name) => name.startsWith('case.'))

/** What an arbitrary draws. */
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never

function factsOf(serial: number, { place, owner, open, assignments }: Drawn<typeof matter>): CaseFacts {
  const made = assignments.map((one, index) => ({
    ...{ ...one, id: id(6, serial * 10 + index), handledBy: [] },
    role: index === 0 ? ('lead' as const) : ('coHandler' as const),
  }))
  const ownerUnitId = open ? owner : null
  const handling = made.filter((one) => one.state !== 'returned').map((one) => one.unitId)
  return {
    ...{
      id: caseIds[serial] ?? '',
      version: 1,
      kind: 'request',
      kindVersion: 1,
      state: open ? 'handling' : 'closed',
    },
    ...{
      placeCode: place,
      communityCode: place.slice(0, 12),
      gridCode: place.length === 15 ? place : null,
      level: 2,
    },
    ...{
      itemCode: null,
      itemVersion: null,
      ownerUnitId,
      reporterId: null,
      unitIds: [...new Set([...(ownerUnitId ? [ownerUnitId] : []), ...handling])],
    },
    ...{
      dueAt: open ? 1_800_000_000_000 + serial : null,
      provisional: false,
      openedAt: 1_780_000_000_000 + serial,
    },
    ...{ closedAt: open ? null : 1_790_000_000_000, reopenedCount: 1, solved: null, satisfaction: null },
    ...{ assignments: made, clocks: [], flags: [], choices: {}, counts: {}, climbed: 0 },
    ...{ rung: 'community' as const, initiatorUnitId: null, admissionId: null, mergedIntoId: null },
    ...{ circle: null, namedId: null, partyIds: [] },
  }
}

async function fill(tx: Tx): Promise<void> {
  const matters = fc.sample(matter, { numRuns: CASES, seed: SEED })
  for (const [serial, one] of matters.entries()) {
    const facts = factsOf(serial, one)
    const detail = {
      wordsId: id(5, serial + 1),
      detailId: null,
      answersId: null,
      pointId: null,
      near: null,
      compoundId: null,
      buildingId: null,
    }
    const requester = {
      id: id(4, 1_000 + serial),
      name: null,
      phone: null,
      phoneIndex: null,
      wantsCall: false,
    }
    await insertCase(
      tx,
      { ...facts, closedAt: null, dueAt: 1 },
      `P${serial}`,
      { ...detail, echoWall: false, language: 'zh-CN' },
      [requester],
    )
    await updateCase(tx, facts)
  }
}

describeInTown('the two interpreters of the permission table', (town) => {
  let rows: readonly Row[] = []
  beforeAll(async () => {
    await town().inside(fill)
    rows = await town().rows<Row>('select id, place_code, unit_ids from grid_case where tenant = 1')
    expect(rows.length).toBe(CASES)
  })
  const allowed = (permission: Permission, who: Asking) =>
    rows
      .filter((row) =>
        allows(permission, who, { placeCode: row.place_code, unitIds: row.unit_ids, caseId: row.id }),
      )
      .map((row) => row.id)
      .sort()
  const asked = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
    inTenant(town().app.world, TENANT, actor, work)

  test('agree on every matter, whoever asks for whatever', async () => {
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(actors, fc.constantFrom(...OF_CASES), async (actor, permission) => {
        const permit = mintPermit(permission, actor, TENANT)
        const expected = allowed(permission, asking(actor))
        if (isRefusal(permit)) {
          expect(expected).toEqual([])
          return
        }
        const found = await asked(actor, async (tx) => {
          const condition = sql<Row>`select c.id from grid_case c where c.tenant = ${TENANT} and ${where(permit, caseReach)}`
          return (await condition.execute(tx.db)).rows.map((row) => row.id).sort()
        })
        seen.add(found.length)
        expect(found).toEqual(expected)
      }),
      { numRuns: 300, seed: SEED },
    )
    expect(seen.size).toBeGreaterThan(10) // not all, not nothing: reaches of many sizes were compared
  })

  test('agree on lists: a list holds all that is within reach, and no box holds more', async () => {
    const staff = actors.filter((actor) => !isRefusal(mintPermit('case.list', actor, TENANT)))
    await fc.assert(
      fc.asyncProperty(staff, fc.constantFrom(...BOXES), async (actor, box) => {
        const permit = mintPermit('case.list', actor, TENANT)
        if (isRefusal(permit)) return
        const expected = allowed('case.list', asking(actor))
        await asked(actor, async (tx) => {
          const listed: string[] = []
          let cursor: string | null = null
          do {
            const { page }: Awaited<ReturnType<typeof casePage>> = await casePage(tx, permit, {
              box,
              limit: 25,
              ...(cursor ? { cursor } : {}),
            })
            listed.push(...page.rows.map((row) => row.id))
            cursor = page.next
          } while (cursor)
          expect(new Set(listed).size).toBe(listed.length)
          if (box === 'all') expect(listed.sort()).toEqual(expected)
          else {
            expect(listed.filter((one) => !expected.includes(one))).toEqual([])
            const nothing = { params: undefined, query: undefined, body: undefined }
            const { answer } = await countCases.view(tx, permit, nothing, null)
            expect(answer[box]).toBe(listed.length)
          }
        })
      }),
      {
        numRuns: 40,
        seed: SEED,
        // A post whose place is the whole district, but whose reach is its unit: the place must open nothing to it.
        examples: BOXES.map((box): [Actor, (typeof BOXES)[number]] => [WIDE_HANDLER, box]),
      },
    )
  })

  test('agree that a role without a rule sees nothing', () => {
    for (const permission of OF_CASES)
      for (const role of ROLES.filter(
        (one) => !ruleOf(permission).roles[one] && !ruleOf(permission).roles.anyone,
      )) {
        const post = { id: id(8, 2), title: '', role, unitId: id(1, 1), placeCode: '21' }
        expect(
          isRefusal(mintPermit(permission, { kind: 'account', accountId: id(8, 1), post }, TENANT)),
        ).toBe(true)
      }
  })
})
