import { expect, test } from 'vitest'
import { uuidV7 } from '../../packages/server/src/kernel/uuid.ts'
import type { Captured } from './capture.ts'
import { scriptOf } from './pgbench-script.ts'
import type { Statement } from './server-log.ts'

const ASKED = Date.parse('2026-11-23T12:00:00Z')
const old = uuidV7(ASKED - 3_600_000)
const made = uuidV7(ASKED + 5)

const captured = (...statements: readonly Omit<Statement, 'prepared'>[]): Captured => ({
  askedAt: ASKED,
  body: Buffer.from('{}'),
  request: undefined,
  prepared: false,
  transactions: [
    {
      user: 'lianxin_login',
      statements: [
        { text: 'begin;\nSET LOCAL ROLE lianxin_app', values: [], prepared: false },
        ...statements.map((one) => ({ ...one, prepared: false })),
        { text: 'commit', values: [], prepared: false },
      ],
    },
  ],
})

test('values stand in their places and what was one message stays one', () => {
  const script = scriptOf(captured({ text: 'select $1, $2, $10', values: ["it's; a", null] }), 'none')
  expect(script).toBe("begin\\; SET LOCAL ROLE lianxin_app;\nselect 'it''s; a', null, null;\ncommit;\n")
})

test('what the request made is drawn anew each time, what was there before stays', () => {
  const script = scriptOf(
    captured({ text: 'insert into a values ($1, $2, $3)', values: [made, `{"case":"${made}"}`, old] }),
    'all',
  )
  expect(script).toContain('\\set fresh0 random(100000000000, 999999999999)')
  expect(script).toContain(
    `'${made.slice(0, 24)}:fresh0', '{"case":"${made.slice(0, 24)}:fresh0"}', '${old}'`,
  )
})

test('a row that is changed again keeps its id where something existing was changed', () => {
  const upsert = {
    text: 'insert into clock values ($1) on conflict (id) do update set a = 1',
    values: [made],
  }
  expect(scriptOf(captured(upsert), 'inserts')).toContain(`'${made}'`)
  expect(scriptOf(captured(upsert), 'all')).not.toContain(`'${made}'`)
})

test('a public number is drawn anew, because no two matters share one', () => {
  const script = scriptOf(
    captured({ text: 'insert into b values ($1)', values: ['HG-261123-0042-K'] }),
    'all',
  )
  expect(script).toContain("'HG-261123-:fresh0-K'")
})

test('a statement is prepared in the role that its transaction has by then', () => {
  const prepared = (text: string) => ({ text, values: ['x'], prepared: true })
  const plain = (text: string) => ({ text, values: [], prepared: false })
  const one = captured()
  const [sent] = one.transactions
  if (!sent) throw new Error('nothing was captured')
  const statements = [
    plain('begin;\nSET LOCAL ROLE lianxin_app'),
    plain('set local role lianxin_auth'),
    prepared('select $1 from auth.session'),
    plain('set local role lianxin_app'),
    prepared('select $1 from post'),
  ]
  const script = scriptOf({ ...one, transactions: [{ ...sent, statements }] }, 'none')
  expect(
    [...script.matchAll(/set local role (\w+)\\; select 1;\nprepare \w+ as (.+);/g)].map(([, ...of]) => of),
  ).toEqual([
    ['lianxin_auth', 'select $1 from auth.session'],
    ['lianxin_app', 'select $1 from post'],
  ])
})
