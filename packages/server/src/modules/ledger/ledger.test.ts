import type { LedgerRow, Purpose, ReadOfMine } from '@lianxin/contract'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import {
  COMMUNITY,
  OTHER_COMMUNITY,
  type SmallDistrict,
  smallDistrict,
} from '../../../test/support/small-district.ts'
import { testEdge } from '../../../test/support/test-edge.ts'
import { testWorld } from '../../../test/support/test-world.ts'
import { type TestClock, testClock } from '../../platform/clock.ts'
import { cases } from '../case/index.ts'
import type { Following } from '../follow/index.ts'
import { ledger } from './index.ts'
import { sealOfLine } from './seal.ts'

const OPENED = '打开了这件事的页面'
const SECOND = 1_000
const DAY = 86_400_000

describeOnEachDatabase('the ledger of who read what', (database) => {
  let clock: TestClock
  let world: ReturnType<typeof testWorld>
  let district: SmallDistrict
  let edge: ReturnType<typeof testEdge>
  let lines: string[] = []
  let exportFails = false
  const room = ledger({
    exportSeal: async (_tenant, line) => {
      if (exportFails) throw new Error('the disk is full')
      lines.push(line)
    },
  })
  const seal = async () => (await room.jobs?.[0]?.run(world, 1)) ?? 0

  beforeAll(async () => {
    clock = testClock('2026-03-02T09:00:00+08:00')
    world = testWorld(database(), clock)
    district = await smallDistrict(database(), world)
    const noPhotos = {
      put: async () => undefined,
      get: async () => new Uint8Array(),
      erase: async () => true,
    }
    edge = testEdge(world, [cases(noPhotos), room])
  })
  beforeEach(async () => {
    exportFails = false
    while (await seal());
    clock.advance(DAY)
    lines = []
  })

  const get = async <T>(url: string, purpose?: Purpose) =>
    (await edge.http.inject({ url, headers: purpose ? { 'x-purpose': purpose } : {} })).json() as T
  const look = async (
    caseId: string,
    purpose?: Purpose,
    community: typeof COMMUNITY | typeof OTHER_COMMUNITY = COMMUNITY,
  ) => {
    edge.asks(district.staff('communitySecretary', community))
    return get<{ requester: { id: string } }>(`/api/cases/${caseId}`, purpose)
  }
  const whole = async (cursor?: string) => {
    edge.asks(district.staff('auditor'))
    return get<{ rows: LedgerRow[]; next: string | null }>(`/api/ledger${cursor ? `?cursor=${cursor}` : ''}`)
  }
  const ofRequester = async ({ caseId, requesterId }: Pick<Following, 'caseId' | 'requesterId'>) => {
    edge.asks({ kind: 'requester', caseId, requesterId })
    return get<ReadOfMine[]>('/api/follow/reads')
  }
  const matter = async (communityCode: typeof COMMUNITY | typeof OTHER_COMMUNITY = COMMUNITY) => {
    const { caseId } = await district.report({}, { where: { communityCode } })
    const { requester } = await look(caseId, undefined, communityCode)
    return { caseId, requesterId: requester.id }
  }

  test('what a member of staff read is sealed at the next look, and a second look finds nothing', async () => {
    await matter()
    expect((await whole()).rows[0]).toMatchObject({
      view: 'case.view',
      sentence: { zh: OPENED },
      purpose: null,
      postTitle: '社区书记',
      unitName: '牡丹社区',
      unitNameEn: 'Mudan Community',
      subjectCount: 1,
      times: 1,
      sealed: false,
    })
    expect(await seal()).toBeGreaterThan(0)
    expect((await whole()).rows[0]?.sealed).toBe(true)
    expect(await seal()).toBe(0)
    expect(lines.map((line) => sealOfLine(line)?.rowCount)).toEqual([1])
  })

  test('seals are numbered without gaps and each carries the hash of the one before', async () => {
    for (let times = 0; times < 3; times += 1) {
      await matter()
      clock.advance(5 * SECOND)
      await seal()
    }
    const seals = lines.map(sealOfLine)
    const [first] = seals
    expect(seals.map((one) => one?.number)).toEqual([0, 1, 2].map((after) => (first?.number ?? 0) + after))
    expect(new Set(seals.map((one) => Buffer.from(one?.previous ?? []).toString('hex'))).size).toBe(3)
  })

  test('a seal that could not be exported is exported later, in order, and only once', async () => {
    exportFails = true
    for (let times = 0; times < 2; times += 1) {
      await matter()
      clock.advance(5 * SECOND)
      await expect(seal()).rejects.toThrow('the disk is full')
    }
    exportFails = false
    await seal()
    const numbers = lines.map((line) => sealOfLine(line)?.number ?? 0)
    expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1])
    await seal()
    expect(lines).toHaveLength(2)
  })

  test('two processes that seal at the same time make one seal of each row', async () => {
    for (let times = 0; times < 5; times += 1) await matter()
    await Promise.all([seal(), seal(), seal()])
    const rows = new Set(lines).values().reduce((sum, line) => sum + (sealOfLine(line)?.rowCount ?? 0), 0)
    expect(rows).toBe(5)
  })

  test('a requester sees who read the own data, when, in which view and why, and nobody else’s', async () => {
    const mine = await matter()
    await look(mine.caseId)
    clock.advance(6 * 60 * SECOND)
    edge.asks(district.staff('communitySecretary'))
    await get(`/api/cases/${mine.caseId}/requester`, 'contactRequester')
    const other = await matter(OTHER_COMMUNITY)
    await seal()
    const reads = await ofRequester(mine)
    expect(
      reads.map(({ view, purpose, times, postTitle, unitName }) => [
        view.zh,
        purpose?.zh ?? null,
        times,
        unitName,
        postTitle,
      ]),
    ).toEqual([
      ['看了诉求人的姓名和电话', '联系诉求人核实情况', 1, '牡丹社区', '社区书记'],
      [OPENED, null, 2, '牡丹社区', '社区书记'],
    ])
    expect(await ofRequester(other)).toHaveLength(1)
  })

  test('an audit is told after thirty days', async () => {
    const mine = await matter()
    edge.asks(district.staff('communitySecretary'))
    await get(`/api/cases/${mine.caseId}/requester`, 'audit')
    await seal()
    expect(await ofRequester(mine)).toHaveLength(1)
    clock.advance(30 * DAY - 1)
    expect(await ofRequester(mine)).toHaveLength(1)
    clock.advance(1)
    expect((await ofRequester(mine)).map(({ purpose }) => purpose?.en)).toEqual(['Audit', undefined])
  })

  test('only a requester has reads of the own data, and only auditors and data protection see the ledger', async () => {
    edge.asks(district.staff('communitySecretary'))
    expect(await get('/api/follow/reads')).toMatchObject({ code: 'auth.required' })
    expect(await get('/api/ledger')).toMatchObject({ code: 'auth.denied' })
  })

  test('the ledger is read from the newest to the oldest without missing or repeating a row', async () => {
    for (let times = 0; times < 60; times += 1) await matter()
    const all: LedgerRow[] = []
    for (let page = await whole(); ; page = await whole(page.next ?? '')) {
      all.push(...page.rows)
      if (page.next === null) break
    }
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a))
  })
})
