import { DAY_MS, type GateDraft, type GateField, type GateView } from '@lianxin/contract'
import type { Actor } from '../../src/kernel/actor.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { loadCalendar } from '../../src/modules/case/index.ts'
import { figureHolding } from '../../src/modules/figures/index.ts'
import { addDutyList, gate } from '../../src/modules/gate/index.ts'
import { postHolding } from '../../src/modules/org/index.ts'
import { addPlaces, placeHolding } from '../../src/modules/place/index.ts'
import { type TestClock, testClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { COMMUNITY, OTHER_COMMUNITY, smallDistrict } from './small-district.ts'
import { testEdge } from './test-edge.ts'
import { testWorld } from './test-world.ts'

/** Ids of a process never go back in time, so each database begins later than the one before. */
let starts = Date.parse('2026-03-02T09:00:00+08:00')
/** Whole weeks, so that each begins on a Monday. */
const A_YEAR = 58 * 7 * DAY_MS

export const DUTY_LIST = '00000000-0000-7000-8900-000000000001'
const entry = (code: string, of: 'do' | 'assist' | 'notOurs', name: string) => ({
  code,
  class: of,
  name,
  nameEn: name,
  itemCodes: [],
  basis: '城市居民委员会组织法',
  basisEn: 'Residents’ committees law',
  note: '',
  noteEn: '',
})

export const field = (key: string, label: string, more: Partial<GateField> = {}): GateField => ({
  key,
  label,
  elementCode: null,
  kind: 'number',
  options: [],
  ...more,
})

/** A small district with its gate: two communities of two and one grids, a department that asks, and a gatekeeper. */
export async function gateDistrict(database: Database) {
  const clock: TestClock = testClock(new Date(starts).toISOString())
  starts += A_YEAR
  const world = testWorld(database, clock)
  const district = await smallDistrict(database, world)
  await district.inside(async (tx) => {
    await addPlaces(
      tx,
      [`${COMMUNITY}001`, `${COMMUNITY}002`, `${OTHER_COMMUNITY}001`].map((code) => ({
        code,
        level: 'grid' as const,
        name: `第${Number(code.slice(-3))}网格`,
        parentCode: code.slice(0, 12),
      })),
    )
    await addDutyList(tx, {
      id: DUTY_LIST,
      unitKind: 'community',
      unitId: null,
      version: 1,
      effectiveAt: tx.now - DAY_MS,
      entries: [
        entry('c.elderly', 'assist', '协助开展老年人服务需求摸底'),
        entry('c.meetings', 'do', '召集居民会议'),
        entry('c.enforce', 'notOurs', '商户证照检查与行政执法'),
      ],
    })
  })
  const room = gate(loadCalendar, [placeHolding, postHolding, figureHolding])
  const edge = testEdge(world, [room])
  type Reply = { status: number; body: Record<string, unknown> & { code?: string } }
  const call = async (
    actor: Actor,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
  ): Promise<Reply> => {
    edge.asks(actor)
    const headers = { 'idempotency-key': uuidV7(clock.now()) }
    const answer = await edge.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : { text: answer.body } }
  }
  const draft = (more: Partial<GateDraft> = {}, words: Partial<GateDraft['words']> = {}): GateDraft => ({
    kind: 'form',
    dutyCode: 'c.elderly',
    level: 'community',
    minutes: 12,
    frequency: 'monthly',
    fromAt: clock.now(),
    untilAt: clock.now() + 180 * DAY_MS,
    communityCodes: [COMMUNITY, OTHER_COMMUNITY],
    words: {
      title: '老年人服务需求摸底表',
      purpose: '了解助餐点的需要。',
      basis: '老年人权益保障法',
      fields: [field('a', '网格数'), field('b', '需要助餐的人数')],
      ...words,
    },
    ...more,
  })
  const asker = district.staff('departmentLead')
  const gatekeeper = district.staff('gatekeeper')
  const secretary = district.staff('communitySecretary', COMMUNITY)
  const other = district.staff('communitySecretary', OTHER_COMMUNITY)
  const view = async (id: string, actor: Actor = gatekeeper) =>
    (await call(actor, 'GET', `/api/gate/requests/${id}`)).body as unknown as GateView
  const step = (id: string, expectedVersion: number, move: string) =>
    call(asker, 'POST', `/api/gate/requests/${id}/step`, { expectedVersion, move })
  const decide = (id: string, expectedVersion: number, move: string, reason: string | null = null) =>
    call(gatekeeper, 'POST', `/api/gate/requests/${id}/decision`, { expectedVersion, move, reason })
  const answer = (id: string, actor: Actor, more: object = {}) =>
    call(actor, 'POST', `/api/gate/requests/${id}/answer`, {
      move: 'take',
      ground: null,
      dutyCode: null,
      reason: null,
      ...more,
    })
  /** A request that the gatekeeper has before him. */
  const submitted = async (made = draft()): Promise<string> => {
    const drafted = await call(asker, 'POST', '/api/gate/requests', made)
    if (drafted.status !== 200) throw new Error(`not drafted: ${JSON.stringify(drafted.body)}`)
    const id = String(drafted.body['requestId'])
    await step(id, 1, 'submit')
    return id
  }
  /** A request that the communities are asked about. */
  const passed = async (made = draft()): Promise<string> => {
    const id = await submitted(made)
    await decide(id, 2, 'pass', '确有需要')
    return id
  }
  const react = () => district.react(room)
  return {
    clock,
    world,
    district,
    room,
    call,
    draft,
    asker,
    gatekeeper,
    secretary,
    other,
    view,
    step,
    decide,
    answer,
    submitted,
    passed,
    react,
  }
}

export type GateDistrict = Awaited<ReturnType<typeof gateDistrict>>
