import type { Raised } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Actor } from '../../src/kernel/actor.ts'
import { inTenant } from '../../src/kernel/tx.ts'
import { TENANT, type Town } from './open-town.ts'
import { Person } from './people.ts'
import { accountId, COMMUNITIES, type PersonName, POSTS, postId } from './town.ts'

export const DISPUTE = '楼上漏水,两家为修缮费争执'
export const NAMES = ['欧阳试验', '司马试验', '诸葛试验'] as const
export const PHONES = ['13800138001', '13800138002', '13800138003'] as const
/** That somebody did or read something is on the record, by ids; nothing of the matter is. */
export const TRACES = ['command_outcome', 'read_ledger', 'subject_read']
const BOTH = [0, 1].map((index) => ({ name: NAMES[index], phone: PHONES[index] }))

/** At the page of a matter, as whoever has this number and code. */
export async function atPage(town: Town, number: string, followCode: string): Promise<Person> {
  const { cookies } = await town.anybody.post('/api/follow', { number, followCode })
  return new Person(town.app, cookies)
}

/** Written down by the first mediator, with whoever got a code at their pages. */
export async function writtenDown(
  town: Town,
  { words = DISPUTE, parties = BOTH, ...more }: object & { words?: string; parties?: readonly object[] },
) {
  const mediator = await town.as('mediator1')
  const body = { kind: 'mediation', words, where: { communityCode: COMMUNITIES[0] }, parties, ...more }
  const { body: raised, status, text } = await mediator.post<Raised>('/api/cases/raised', body)
  if (status !== 200) throw new Error(`could not write it down: ${text}`)
  const people = await Promise.all(
    raised.receipts.map(({ followCode }) => atPage(town, raised.number, followCode)),
  )
  return { ...raised, people }
}

/** Between two who both have their codes. */
export async function begun(town: Town, words = DISPUTE) {
  const { people, ...raised } = await writtenDown(town, { words })
  const [a, b] = people
  if (!a || !b) throw new Error('both parties have a receipt')
  return { ...raised, a, b }
}

/** A step that a party may take. */
export async function says(town: Town, party: Person, caseId: string, move: string, more: object = {}) {
  const expectedVersion = await town.versionOf(caseId)
  const answer = await party.followedMove({ move, expectedVersion, ...more })
  expect([move, answer.status, answer.body.code]).toEqual([move, 200, undefined])
  return answer.body.state
}

/** As far as the second mediator having taken it on. */
export async function mediated(town: Town, words = DISPUTE) {
  const begin = await begun(town, words)
  await says(town, begin.a, begin.caseId, 'consent')
  expect(await says(town, begin.b, begin.caseId, 'consent')).toBe('naming')
  await takenOn(town, begin.caseId)
  return begin
}

export async function takenOn(town: Town, caseId: string): Promise<void> {
  await town.step('mediator1', caseId, 'propose', { personId: accountId('mediator2') })
  await town.step('mediator2', caseId, 'accept')
}

export function postOf(name: PersonName): Actor {
  const post = POSTS.find(({ id }) => id === postId(name))
  if (!post) throw new Error(`no post ${name}`)
  const { id, unitId, placeCode, title } = post
  return {
    ...{ kind: 'account', accountId: accountId(name) },
    post: { id, unitId, placeCode, title, role: post.role as 'auditor' },
  }
}

/** In which tables somebody finds a row with one of these words or ids in it, asked as the application and as them. */
export async function tablesSeen(
  town: Town,
  actor: Actor,
  wanted: readonly (string | undefined)[],
): Promise<readonly string[]> {
  const tables = await town.rows<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'tenant' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const held = sql.join(
    wanted.map((one) => sql`t::text like ${`%${one ?? 'nothing'}%`}`),
    sql` or `,
  )
  return inTenant(town.app.world, TENANT, actor, async (tx) => {
    const seen: string[] = []
    for (const { table_name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table_name)} t where tenant = ${TENANT} and (${held})`.execute(
        tx.db,
      )
      if ((rows[0]?.n ?? 0) > 0) seen.push(table_name)
    }
    return seen
  })
}
