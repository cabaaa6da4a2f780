import type { EchoPage, PublishEntry, ReportCase } from '@lianxin/contract'
import { sql } from 'kysely'
import { type Actor, anonymous } from '../../src/kernel/actor.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { World } from '../../src/kernel/ports.ts'
import { runCommand } from '../../src/kernel/run-command.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { moveFollowedCase, requesterIdOf } from '../../src/modules/case/index.ts'
import type { PhotoStore } from '../../src/modules/file/index.ts'
import { type TestClock, testClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type SmallDistrict, smallDistrict } from './small-district.ts'
import { testEdge } from './test-edge.ts'
import { testWorld } from './test-world.ts'

export const ANSWER = '更换了加压泵，复测水压 0.35 兆帕。'
export const CLEAN = { raised: '高层水压低，热水器打不着火。', answer: ANSWER }
/** Ids of a process never go back in time, so each database begins later than the one before. */
let starts = Date.parse('2026-03-02T09:00:00+08:00')
const FOUR_MONTHS = 120 * 86_400_000

/** A place for photos that a test can look into. */
export function openBox(): PhotoStore & { readonly ids: () => readonly string[] } {
  const blobs = new Map<string, Uint8Array>()
  return {
    ids: () => [...blobs.keys()],
    async put(_tenant, id, bytes) {
      blobs.set(id, bytes)
      return undefined
    },
    async get(_tenant, id) {
      const bytes = blobs.get(id)
      if (!bytes) throw new Error(`nothing under ${id}`)
      return bytes
    },
    erase: async (_tenant, id) => blobs.delete(id),
  }
}

export const requesterOf = async (district: SmallDistrict, caseId: string): Promise<Actor> => {
  const requesterId = await district.inside((tx) => requesterIdOf(tx, caseId))
  if (requesterId === null) throw new Error(`nobody raised ${caseId}`)
  return { kind: 'requester', caseId, requesterId }
}

/** The requester's step on the version as it stands. */
export async function moveAsRequester(
  world: World,
  district: SmallDistrict,
  caseId: string,
  body: Omit<Parameters<SmallDistrict['move']>[2], 'expectedVersion'> & { readonly expectedVersion: number },
): Promise<void> {
  await runCommand(world, moveFollowedCase, {
    tenant: district.tenant,
    actor: await requesterOf(district, caseId),
    id: uuidV7(world.clock.now()),
    input: { params: undefined, query: undefined, body },
  })
}

/** The community handles it and the subdistrict checks it: now it waits for the verdict. */
export async function bringToVerdict(
  district: SmallDistrict,
  caseId: string,
  answer: string,
): Promise<number> {
  const secretary = district.staff('communitySecretary')
  let version = 1
  const step = async (actor: Actor, input: object) => {
    const done = await district.move(actor, caseId, { ...input, expectedVersion: version } as Parameters<
      SmallDistrict['move']
    >[2])
    version = done.version
  }
  await step(secretary, { move: 'takeUp', itemCode: 'water.none' })
  await step(secretary, { move: 'feedback', words: answer })
  await step(district.staff('subdistrictDispatcher'), { move: 'pass' })
  return version
}

/** A small district with these rooms, and the hands that publish in it. */
export async function echoDistrict(database: Database, modules: readonly Module[]) {
  const clock: TestClock = testClock(new Date(starts).toISOString())
  starts += FOUR_MONTHS
  const world = testWorld(database, clock)
  const district = await smallDistrict(database, world)
  const edge = testEdge(world, modules)
  const secretary = district.staff('communitySecretary')
  type Reply = { status: number; body: { code?: string } & Record<string, unknown> }
  const call = async (
    actor: Actor,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    purpose?: string,
  ): Promise<Reply> => {
    edge.asks(actor)
    const headers = { 'idempotency-key': uuidV7(clock.now()), ...(purpose ? { 'x-purpose': purpose } : {}) }
    const answer = await edge.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const get = (actor: Actor, url: string, purpose?: string) => call(actor, 'GET', url, undefined, purpose)
  const closedCase = async (more: Partial<ReportCase> = {}, contact?: ReportCase['contact']) => {
    const { caseId } = await district.report(contact, more)
    const version = await bringToVerdict(district, caseId, ANSWER)
    await moveAsRequester(world, district, caseId, {
      move: 'judge',
      solved: true,
      satisfaction: 5,
      expectedVersion: version,
    })
    return caseId
  }
  const publish = (caseId: string, more: Partial<PublishEntry> = {}, actor: Actor = secretary) =>
    call(actor, 'POST', `/api/cases/${caseId}/echo`, {
      expectedVersion: null,
      placeShown: 'community',
      pictureIds: [],
      keep: [],
      ...CLEAN,
      ...more,
    })
  const consent = async (caseId: string, agreed: boolean) =>
    call(await requesterOf(district, caseId), 'POST', '/api/follow/echo', { agreed })
  const wall = async (question = '') =>
    (await get(anonymous, `/api/echo${question}`)).body as unknown as EchoPage
  const onWall = async (entryId: string, question = '') =>
    (await wall(question)).rows.find(({ id }) => id === entryId)
  const events = async (type: string) => {
    const { rows } = await district.inside((tx) =>
      sql<{
        payload: object
      }>`select payload from event where tenant = 1 and type = ${type} order by seq`.execute(tx.db),
    )
    return rows.map((row) => row.payload)
  }
  return {
    clock,
    world,
    district,
    edge,
    secretary,
    call,
    get,
    closedCase,
    publish,
    consent,
    wall,
    onWall,
    events,
  }
}

export type EchoDistrict = Awaited<ReturnType<typeof echoDistrict>>
