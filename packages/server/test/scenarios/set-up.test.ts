import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { DistrictFile, GridPeople, PostBoard } from '@lianxin/contract'
import { readDivisions } from '@lianxin/demo'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { districtFaults } from '../../src/district-faults.ts'
import { startServer } from '../../src/main.ts'
import { type Config, readConfig } from '../../src/platform/config.ts'
import { createLog } from '../../src/platform/log.ts'
import { setUpInstallation } from '../../src/set-up-installation.ts'
import { newFolder } from '../support/new-folder.ts'
import { newPostgresDatabase } from '../support/test-cluster.ts'
import { commandId } from './people.ts'

const EXAMPLE = new URL('../../../../docs/district.example.json', import.meta.url)
const known = new Set(readDivisions().map(({ code }) => code))
const folder = newFolder()
const example = async () => JSON.parse(await readFile(EXAMPLE, 'utf8')) as DistrictFile

describe('what is wrong with a described district is told by name', () => {
  test('nothing is wrong with the example', async () => {
    expect(districtFaults(await example(), known)).toEqual([])
  })

  const swap = (one: unknown): unknown =>
    Array.isArray(one) && typeof one[0] === 'number' ? [one[1], one[0]] : (one as unknown[]).map(swap)
  test.each<[string, (file: DistrictFile) => object, string]>([
    ['no object', () => [], 'the file must be object.'],
    [
      'an unknown field',
      (file) => ({ ...file, secret: 1 }),
      'the file must NOT have additional properties: secret.',
    ],
    [
      'a place of another district',
      (file) => ({
        ...file,
        places: [
          { code: '210105001', level: 'subdistrict', name: 'x', parentCode: '210105' },
          ...file.places,
        ],
      }),
      'Place 210105001 lies outside district 210106.',
    ],
    [
      'children before parents',
      (file) => ({ ...file, places: file.places.toReversed() }),
      'Place 210106001900002: its parent 210106001900 is not known; put parents first.',
    ],
    [
      'swapped axes',
      (file) => ({
        ...file,
        places: file.places.map((place) =>
          place.area
            ? { ...place, area: { ...place.area, coordinates: swap(place.area.coordinates) } }
            : place,
        ),
      }),
      'Place 210106001: its area lies outside China; longitude comes first.',
    ],
    [
      'no command centre',
      (file) => ({ ...file, units: [], posts: [] }),
      'No unit is the command centre: somebody must supervise everybody else.',
    ],
    [
      'a post of no unit',
      (file) => ({ ...file, posts: file.posts.map((post) => ({ ...post, unit: 'nowhere' })) }),
      'Post duty: unit nowhere is not known.',
    ],
    [
      'a gatekeeper among those who see everything',
      (file) => ({
        ...file,
        posts: file.posts.map((post) => (post.unit === 'gate' ? { ...post, unit: 'command' } : post)),
      }),
      'Post gatekeeper: a gatekeeper belongs in a unit of kind gateOffice, which has no other matters.',
    ],
    [
      'an acting holder whose time ends before it begins',
      (file) => ({
        ...file,
        posts: file.posts.map((post) => ({
          ...post,
          ...(post.acting && { acting: { ...post.acting, until: post.acting.from } }),
        })),
      }),
      'Post dispatch: acting ends before it begins.',
    ],
  ])('%s', async (_, change, sentence) => {
    expect(districtFaults(change(await example()), known)).toContain(sentence)
  })
})

describe('a district set up on an empty PostgreSQL', () => {
  let config: Config
  let passwords: ReadonlyMap<string, string>
  let server: Awaited<ReturnType<typeof startServer>>
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FILE: undefined })
  const setUp = async () => setUpInstallation(config, log, await example(), () => undefined)

  beforeAll(async () => {
    const { loginUrl, ownerUrl } = await newPostgresDatabase(inject('runFolder'), 'empty')
    config = readConfig({
      ...{
        MODE: 'production',
        PORT: '0',
        DATA_DIR: folder,
        PUBLIC_URL: 'http://localhost',
        LOG_LEVEL: 'silent',
      },
      ...{ DATABASE_URL: loginUrl, MIGRATION_DATABASE_URL: ownerUrl },
      SESSION_SECRET: randomBytes(32).toString('base64'),
      MASTER_KEY: randomBytes(32).toString('base64'),
    })
    passwords = new Map((await setUp()).map((one) => [one.username, one.password]))
    server = await startServer(config, { say: () => undefined })
  })
  afterAll(() => server.close())

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': commandId(Date.now()),
        ...init.headers,
      },
    })
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers })

  const signedIn = async (username: string) => {
    const password = passwords.get(username) ?? ''
    const signed = await post('/api/auth/sign-in/username', { username, password })
    expect(signed.status).toBe(200)
    const cookie = signed.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return { cookie }
  }

  test('a second run adds nothing and prints no password again', async () => {
    expect(await setUp()).toEqual([])
  })

  test('who comes to a post and who acts in it on a date to come is planned once, and may do nothing before', async () => {
    const { cookie } = await signedIn('duty.tiexi')
    const answer = await ask('/api/posts', { headers: { cookie } })
    const { posts } = (await answer.json()) as PostBoard
    const dispatch = posts.find(({ holder }) => holder?.name === '示例乙')
    // Each is a change of the post like one from the screen: an event and a version.
    expect(dispatch).toMatchObject({ planned: { name: '示例寅' }, acting: { name: '示例丙' }, version: 3 })
    const { cookie: coming } = await signedIn('dispatch2.tiexi')
    expect((await ask('/api/cases?box=unit', { headers: { cookie: coming } })).status).toBe(403)
  })

  test('its people sign in and find what a resident reported in their place; a department to which nobody sent it does not', async () => {
    const point = { lon: 123.31, lat: 41.79, crs: 'CGCS2000' }
    const report = await post('/api/cases', { words: '楼道灯不亮', where: { point } })
    expect(report.status).toBe(200)
    const { caseId, number } = (await report.json()) as { caseId: string; number: string }
    expect(number).toMatch(/^TX-/)
    const listOf = async (username: string) => {
      const { cookie } = await signedIn(username)
      const { rows } = (await (await ask('/api/cases?box=unit', { headers: { cookie } })).json()) as {
        rows: { id: string }[]
      }
      return rows.map(({ id }) => id)
    }
    expect(await listOf('grid1.tiexi')).toContain(caseId)
    expect(await listOf('secretary.tiexi')).toContain(caseId)
    expect(await listOf('housing.tiexi')).toEqual([])
  })

  test('whoever of a department or utility is assigned to a grid is named to everybody there, and in no other grid', async () => {
    const people = async (grid: string) => {
      const answer = await ask(`/api/grids/${grid}/people`)
      expect(answer.status).toBe(200)
      const { worker, staff } = (await answer.json()) as GridPeople
      return [worker, ...staff.map((one) => `${one.unit.name} ${one.name}`)]
    }
    expect(await people('210106001900001')).toEqual(['示例庚', '区房产局 示例寅'])
    expect(await people('210106001900002')).toEqual(['示例辛'])
    expect((await ask('/api/grids/210106001900999/people')).status).toBe(404)
  })
})
